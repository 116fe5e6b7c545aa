#include "domo/dataset.h"

#include "domo/lenientjson.h"

#include <QJsonArray>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

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
    return lenientText(owner.isObject() ? owner["name"_L1] : owner);
}

QList<Column> readSchema(const Net::JsonReader &json)
{
    QList<Column> schema;
    if (!json.has("columns"_L1)) {
        if (!json.value().isObject() && !json.value().isNull() && !json.value().isUndefined())
            json.complain(u"object"_s);
        return schema;
    }
    const auto columns = json["columns"_L1].items();
    schema.reserve(columns.size());
    for (const auto &column : columns) {
        if (!column.value().isObject())
            column.complain(u"object"_s);
        const QString typeName = textOf(column, "type");
        schema.append({textOf(column, "name"), Sheet::columnType(typeName), typeName});
    }
    return schema;
}

} // namespace

DataSet readDataSet(const Net::JsonReader &json)
{
    DataSet dataSet;
    dataSet.id = json["id"_L1].string();
    dataSet.name = textOf(json, "name");
    dataSet.description = textOf(json, "description");
    dataSet.rows = lenientCount(json["rows"_L1].value());
    if (const auto columns = lenientCount(json["columns"_L1].value()))
        dataSet.columns = int(std::min<qint64>(*columns, INT_MAX));
    dataSet.ownerName = nameOf(json["owner"_L1].value());
    dataSet.updatedAt = textOf(json, "updatedAt");
    dataSet.dataCurrentAt = textOf(json, "dataCurrentAt");
    if (json.has("pdpEnabled"_L1))
        dataSet.pdpEnabled = lenientBoolean(json["pdpEnabled"_L1].value()).value_or(true);
    dataSet.deleted = lenientBoolean(json["deleted"_L1].value()).value_or(false);
    return dataSet;
}

DataSet readDataSetWithSchema(const Net::JsonReader &json)
{
    DataSet dataSet = readDataSet(json);
    dataSet.schema = readSchema(json["schema"_L1]);
    if (!dataSet.schema.isEmpty())
        dataSet.columns = int(dataSet.schema.size());
    return dataSet;
}

} // namespace Domo
