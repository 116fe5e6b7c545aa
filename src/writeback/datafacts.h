#pragma once

#include "sheet/celltyping.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace Writeback {

// What a run knew of its data, so that a later run can tell whether its own is alike.

// A column of the DataSet, as it is in the sheet after the run.
struct ColumnFacts
{
    QString name; // in the DataSet; may be blank or ambiguous
    std::optional<Sheet::ColumnType> type{}; // none: not known
    std::optional<QString> total{}; // of its numbers below the header, in exact digits; none: not known, or not numeric

    friend bool operator==(const ColumnFacts &, const ColumnFacts &) = default;
};

struct DataFacts
{
    QList<ColumnFacts> columns{}; // empty: not known
    QString loaded{}; // when Domo last loaded the DataSet, as sent; empty: not known

    friend bool operator==(const DataFacts &, const DataFacts &) = default;
};

// How columns differ from earlier ones. A column is the same if its name is; of several with one name, the first is the
// first. One whose name is new, in the position and with the type of one whose name is gone, was renamed.
struct ColumnDrift
{
    struct Renamed
    {
        QString from;
        QString to;

        friend bool operator==(const Renamed &, const Renamed &) = default;
    };
    struct Retyped
    {
        QString name;
        Sheet::ColumnType from{};
        Sheet::ColumnType to{};

        friend bool operator==(const Retyped &, const Retyped &) = default;
    };

    QStringList added{}; // names, in the order of the columns
    QStringList removed{};
    QList<Renamed> renamed{};
    QList<Retyped> retyped{};
    qint64 reordered = 0; // of the columns of both: the fewest that moved
    QString firstReordered{}; // of these columns the first that is not where it was among them

    friend bool operator==(const ColumnDrift &, const ColumnDrift &) = default;
};

// Totals do not matter. Pure.
[[nodiscard]] ColumnDrift driftOf(const QList<ColumnFacts> &before, const QList<ColumnFacts> &now);

// A run after which the sheet held the data.
struct VerifiedRun
{
    QDateTime ended; // UTC
    qint64 sourceRows = 0;
    DataFacts data{};

    friend bool operator==(const VerifiedRun &, const VerifiedRun &) = default;
};

} // namespace Writeback
