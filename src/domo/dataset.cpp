#include "domo/dataset.h"

#include "domo/lenientjson.h"

#include <QJsonArray>

#include <algorithm>
#include <climits>

namespace Domo {

namespace {

QString textOf(const Net::JsonReader &json, const char *key)
{
    return lenientText(json[QLatin1String(key)].value());
}

// {"name": …}, a list of such, or the name itself.
QString nameOf(const QJsonValue &owner)
{
    if (owner.isArray())
        return nameOf(owner.toArray().at(0));
    return lenientText(owner.isObject() ? owner[QLatin1String("name")] : owner);
}

QList<Column> readSchema(const Net::JsonReader &json)
{
    QList<Column> schema;
    if (!json.has(QLatin1String("columns"))) {
        if (!json.value().isObject() && !json.value().isNull() && !json.value().isUndefined())
            json.complain(QStringLiteral("object"));
        return schema;
    }
    const auto columns = json[QLatin1String("columns")].items();
    schema.reserve(columns.size());
    for (const auto &column : columns) {
        if (!column.value().isObject())
            column.complain(QStringLiteral("object"));
        const QString typeName = textOf(column, "type");
        schema.append({textOf(column, "name"), Sheet::columnType(typeName), typeName});
    }
    return schema;
}

} // namespace

DataSet readDataSet(const Net::JsonReader &json)
{
    DataSet dataSet;
    dataSet.id = json[QLatin1String("id")].string();
    dataSet.name = textOf(json, "name");
    dataSet.description = textOf(json, "description");
    dataSet.rows = lenientCount(json[QLatin1String("rows")].value());
    if (const auto columns = lenientCount(json[QLatin1String("columns")].value()))
        dataSet.columns = int(std::min<qint64>(*columns, INT_MAX));
    dataSet.ownerName = nameOf(json[QLatin1String("owner")].value());
    dataSet.updatedAt = textOf(json, "updatedAt");
    dataSet.dataCurrentAt = textOf(json, "dataCurrentAt");
    if (json.has(QLatin1String("pdpEnabled")))
        dataSet.pdpEnabled = lenientBoolean(json[QLatin1String("pdpEnabled")].value()).value_or(true);
    dataSet.deleted = lenientBoolean(json[QLatin1String("deleted")].value()).value_or(false);
    return dataSet;
}

DataSet readDataSetWithSchema(const Net::JsonReader &json)
{
    DataSet dataSet = readDataSet(json);
    dataSet.schema = readSchema(json[QLatin1String("schema")]);
    if (!dataSet.schema.isEmpty())
        dataSet.columns = int(dataSet.schema.size());
    return dataSet;
}

} // namespace Domo
