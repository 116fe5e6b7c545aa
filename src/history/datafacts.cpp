#include "history/datafacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace History {

namespace {

using Writeback::ColumnFacts;

const QString nameKey = u"name"_s;
const QString typeKey = u"type"_s;
const QString totalKey = u"total"_s; // a text: a reader's numbers may have fewer digits

} // namespace

QString toText(const QList<ColumnFacts> &columns)
{
    QJsonArray array;
    for (const ColumnFacts &column : columns) {
        QJsonObject object{{nameKey, column.name}};
        if (column.type)
            object.insert(typeKey, Sheet::name(*column.type));
        if (column.total)
            object.insert(totalKey, *column.total);
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<ColumnFacts> columnsIn(const QString &text)
{
    QList<ColumnFacts> columns;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &one : array) {
        const QJsonValue total = one[totalKey];
        columns.append({.name = one[nameKey].toString(),
                        .type = Sheet::columnType(one[typeKey].toString()),
                        .total = total.isString() ? std::optional(total.toString()) : std::nullopt});
    }
    return columns;
}

} // namespace History
