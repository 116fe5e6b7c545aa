#pragma once

#include "net/jsonreader.h"
#include "sheet/celltyping.h"

namespace Domo {

struct Column
{
    QString name; // may be blank, and need not be unique: columns go by position
    Sheet::ColumnType type = Sheet::ColumnType::String;

    friend bool operator==(const Column &, const Column &) = default;
};

// What Domo tells about a DataSet (DataSet API). In lists the schema is left out.
struct DataSet
{
    QString id{};
    QString name{};
    QString description{};
    qint64 rows = 0;
    int columns = 0;
    QList<Column> schema{}; // empty: not told
    QString ownerName{};
    QString updatedAt{}; // as sent
    QString dataCurrentAt{}; // as sent: when the data was loaded last
    bool pdpEnabled = false; // row policies may hide rows from the client's user
    bool deleted = false;

    friend bool operator==(const DataSet &, const DataSet &) = default;
};

// Only the ID must be there; what is there must be of its type. Errors stay in the reader.
[[nodiscard]] DataSet readDataSet(const Net::JsonReader &json);

} // namespace Domo
