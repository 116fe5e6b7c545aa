#pragma once

#include "core/jsonreader.h"
#include "sheet/celltyping.h"

#include <optional>

namespace Domo {

struct Column
{
    QString name; // may be blank, and need not be unique: columns go by position
    std::optional<Sheet::ColumnType> type{}; // none: not told, or in a word that is not known
    QString typeName{}; // as told

    friend bool operator==(const Column &, const Column &) = default;
};

// What Domo tells about a DataSet (DataSet API). In lists the schema is left out.
struct DataSet
{
    QString id{};
    QString name{};
    QString description{};
    std::optional<qint64> rows{}; // none: not told
    std::optional<int> columns{}; // none: not told
    QList<Column> schema{}; // empty: not told
    QString ownerName{};
    QString updatedAt{}; // as sent
    QString dataCurrentAt{}; // as sent: when the data was loaded last
    bool pdpEnabled = false; // row policies may hide rows from the client's user; whatever is not a plain no is a yes
    bool deleted = false;

    friend bool operator==(const DataSet &, const DataSet &) = default;
};

// All but the schema. Only the ID must be there, and the rest is never an error: what has no form that can be read is
// not told. Errors stay in the reader.
[[nodiscard]] DataSet readDataSet(const Core::JsonReader &json);

// The schema as well, which decides what becomes a number: where it is told, it must be a list of columns. A column's
// type may be one that is not known.
[[nodiscard]] DataSet readDataSetWithSchema(const Core::JsonReader &json);

} // namespace Domo
