#include "domo/dataset.h"

#include <algorithm>
#include <climits>

namespace Domo {

namespace {

QString textOf(const Net::JsonReader &json, const char *key)
{
    return json[QLatin1String(key)].string(QString());
}

QList<Column> readSchema(const Net::JsonReader &json)
{
    QList<Column> schema;
    if (!json.has(QLatin1String("columns")))
        return schema;
    const auto columns = json[QLatin1String("columns")].items();
    schema.reserve(columns.size());
    for (const auto &column : columns)
        schema.append({textOf(column, "name"), Sheet::columnType(column[QLatin1String("type")].string())});
    return schema;
}

} // namespace

DataSet readDataSet(const Net::JsonReader &json)
{
    DataSet dataSet;
    dataSet.id = json[QLatin1String("id")].string();
    dataSet.name = textOf(json, "name");
    dataSet.description = textOf(json, "description");
    dataSet.rows = json[QLatin1String("rows")].integer(0);
    dataSet.schema = readSchema(json[QLatin1String("schema")]);
    dataSet.columns =
        int(std::clamp<qint64>(json[QLatin1String("columns")].integer(dataSet.schema.size()), 0, INT_MAX));
    dataSet.ownerName = textOf(json[QLatin1String("owner")], "name");
    dataSet.updatedAt = textOf(json, "updatedAt");
    dataSet.dataCurrentAt = textOf(json, "dataCurrentAt");
    dataSet.pdpEnabled = json[QLatin1String("pdpEnabled")].boolean(false);
    dataSet.deleted = json[QLatin1String("deleted")].boolean(false);
    return dataSet;
}

} // namespace Domo
