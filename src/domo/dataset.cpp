#include "domo/dataset.h"

#include "domo/lenientjson.h"

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

// {"name": …}, a list of these, or the name itself.
QString nameOf(const Core::JsonReader &owner)
{
    if (!owner.value().isArray())
        return (owner.isObject() ? owner["name"_L1] : owner).lenientString();
    const auto owners = owner.items();
    return owners.isEmpty() ? QString() : nameOf(owners.constFirst());
}

QList<Column> readSchema(const Core::JsonReader &json)
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
        const QString typeName = column["type"_L1].lenientString();
        schema.append({column["name"_L1].lenientString(), Sheet::columnType(typeName), typeName});
    }
    return schema;
}

} // namespace

DataSet readDataSet(const Core::JsonReader &json)
{
    DataSet dataSet;
    dataSet.id = json["id"_L1].string();
    dataSet.name = json["name"_L1].lenientString();
    dataSet.description = json["description"_L1].lenientString();
    dataSet.rows = lenientCount(json["rows"_L1]);
    if (const auto columns = lenientCount(json["columns"_L1]))
        dataSet.columns = int(std::min<qint64>(*columns, INT_MAX));
    dataSet.ownerName = nameOf(json["owner"_L1]);
    dataSet.updatedAt = json["updatedAt"_L1].lenientString();
    dataSet.dataCurrentAt = json["dataCurrentAt"_L1].lenientString();
    if (json.has("pdpEnabled"_L1))
        dataSet.pdpEnabled = lenientBoolean(json["pdpEnabled"_L1]).value_or(true);
    dataSet.deleted = lenientBoolean(json["deleted"_L1]).value_or(false);
    return dataSet;
}

DataSet readDataSetWithSchema(const Core::JsonReader &json)
{
    DataSet dataSet = readDataSet(json);
    dataSet.schema = readSchema(json["schema"_L1]);
    if (!dataSet.schema.isEmpty())
        dataSet.columns = int(dataSet.schema.size());
    return dataSet;
}

} // namespace Domo
