#pragma once

#include "core/jsonreader.h"
#include "sheet/celltyping.h"

#include <optional>

namespace Domo {

struct Column
{
    QString name; // may be blank or ambiguous: columns are identified by position
    std::optional<Sheet::ColumnType> type{}; // none: not reported, or not a known type
    QString typeName{}; // as reported

    friend bool operator==(const Column &, const Column &) = default;
};

// The metadata of a DataSet (DataSet API). In lists the schema is left out.
struct DataSet
{
    QString id{};
    QString name{};
    QString description{};
    std::optional<qint64> rows{}; // none: not reported
    std::optional<int> columns{}; // none: not reported
    QList<Column> schema{}; // empty: not reported
    QString ownerName{};
    QString updatedAt{}; // as sent
    QString dataCurrentAt{}; // as sent: when the data was last loaded
    bool pdpEnabled = false; // row policies may hide rows from the client's user; true unless clearly false
    bool deleted = false;

    // When its data was last loaded, or, where that is not reported, when it was last changed in any way.
    [[nodiscard]] const QString &loadedAt() const { return dataCurrentAt.isEmpty() ? updatedAt : dataCurrentAt; }

    friend bool operator==(const DataSet &, const DataSet &) = default;
};

// All but the schema. Only the ID is required; anything unreadable counts as not reported. Errors are kept in the
// reader.
[[nodiscard]] DataSet readDataSet(const Core::JsonReader &json);

// Also reads the schema, which decides what is a number: if present, it must be a list of columns. A column's type may
// be unknown.
[[nodiscard]] DataSet readDataSetWithSchema(const Core::JsonReader &json);

} // namespace Domo
