#pragma once

#include "sheet/celltyping.h"

#include <QDateTime>
#include <QList>
#include <QString>

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

    friend bool operator==(const DataFacts &, const DataFacts &) = default;
};

// A run after which the sheet held the data.
struct VerifiedRun
{
    QDateTime ended; // UTC
    qint64 sourceRows = 0;
    DataFacts data{};

    friend bool operator==(const VerifiedRun &, const VerifiedRun &) = default;
};

} // namespace Writeback
