#include "sandbox/domo/sqltable.h"

#include "sandbox/domo/storeddataset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>
#include <QVariant>

#include <optional>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

QStringList differentNames(const std::vector<StoredDataSet::Column> &columns)
{
    QStringList names;
    for (const StoredDataSet::Column &column : columns) {
        const QString wanted = column.name.trimmed().isEmpty() ? u"Column %1"_s.arg(names.size() + 1) : column.name;
        QString name = wanted;
        for (int n = 2; names.contains(name, Qt::CaseInsensitive); ++n)
            name = u"%1 %2"_s.arg(wanted).arg(n);
        names += name;
    }
    return names;
}

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString sqlType(Sheet::ColumnType type)
{
    switch (type) {
    case Sheet::ColumnType::Long: return u"INTEGER"_s;
    case Sheet::ColumnType::Decimal:
    case Sheet::ColumnType::Double: return u"REAL"_s;
    default: return u"TEXT"_s;
    }
}

QString typeOfValue(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int: return u"LONG"_s;
    case QMetaType::Double: return u"DOUBLE"_s;
    default: return u"STRING"_s;
    }
}

QJsonValue json(const QVariant &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue::fromVariant(value);
}

} // namespace

QString withQuotedTable(const QString &sql)
{
    static const QLatin1String table("table");
    QString out;
    for (qsizetype i = 0; i < sql.size();) {
        const QChar c = sql[i];
        qsizetype end = i + 1;
        if (c == u'\'' || c == u'"' || c == u'`') {
            const qsizetype close = sql.indexOf(c, i + 1);
            end = close < 0 ? sql.size() : close + 1;
            out += sql.sliced(i, end - i);
        } else if (c.isLetter() || c == u'_') {
            while (end < sql.size() && (sql[end].isLetterOrNumber() || sql[end] == u'_'))
                ++end;
            const QString word = sql.sliced(i, end - i);
            out += word.compare(table, Qt::CaseInsensitive) == 0 ? quoted(table) : word;
        } else {
            out += c;
        }
        i = end;
    }
    return out;
}

SqlTable::SqlTable(const StoredDataSet &dataSet, const Quirks &quirks)
    : m_dataSet(dataSet)
    , m_quirks(quirks)
    , m_names(differentNames(dataSet.columns()))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(u":memory:"_s);
    database.open();

    QStringList definitions;
    QStringList marks;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        definitions += quoted(m_names[i]) + u' ' + sqlType(dataSet.columns()[size_t(i)].type);
        marks += u"?"_s;
    }
    QSqlQuery query(database);
    query.exec(u"CREATE TABLE \"table\" (%1)"_s.arg(definitions.join(u',')));
    database.transaction();
    query.prepare(u"INSERT INTO \"table\" VALUES (%1)"_s.arg(marks.join(u',')));
    for (int row = 0; row < dataSet.rows(); ++row) {
        for (int column = 0; column < int(m_names.size()); ++column) {
            const Sheet::Cell cell = dataSet.at(row, column);
            query.bindValue(column,
                            cell.kind == Sheet::CellKind::Empty
                                ? QVariant(QMetaType(QMetaType::QString))
                                : QVariant(QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()))));
        }
        query.exec();
    }
    database.commit();
}

SqlTable::~SqlTable()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Core::Result<QByteArray> SqlTable::query(const QString &sql) const
{
    static const QRegularExpression select(u"\\A\\s*(?:select|with)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression subquery(u"\\(\\s*(?:select|with)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (!select.match(sql).hasMatch())
        return Core::fail(Core::ErrorKind::Rejected, {}, u"only SELECT is understood"_s);
    if (!m_quirks.subqueries && subquery.match(sql).hasMatch())
        return Core::fail(Core::ErrorKind::Rejected, {}, u"subqueries are not supported"_s);
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.exec(withQuotedTable(sql)))
        return Core::fail(Core::ErrorKind::Rejected, {}, query.lastError().databaseText());

    const QSqlRecord record = query.record();
    QJsonArray rows;
    QStringList types(record.count());
    while (query.next() && (m_quirks.queryLimit == 0 || rows.size() < m_quirks.queryLimit)) {
        QJsonArray row;
        for (int column = 0; column < record.count(); ++column) {
            const QVariant value = query.value(column);
            if (types[column].isEmpty() && !value.isNull())
                types[column] = typeOfValue(value);
            row.append(json(value));
        }
        rows.append(row);
    }

    QJsonArray columns;
    QJsonArray metadata;
    for (int column = 0; column < record.count(); ++column) {
        const QString name = record.fieldName(column);
        QJsonObject about{
            {u"dataSourceId"_s, m_dataSet.id()}, {u"maxLength"_s, -1}, {u"minLength"_s, -1}, {u"periodIndex"_s, 0}};
        if (const QString type = typeOf(name, types[column]); !type.isEmpty())
            about.insert(u"type"_s, type);
        columns.append(name);
        metadata.append(about);
    }
    const QByteArray data = "\"rows\":" + QJsonDocument(rows).toJson(QJsonDocument::Compact)
        + ",\"numRows\":" + QByteArray::number(rows.size());
    const QJsonObject others{{u"datasource"_s, m_dataSet.id()},
                             {u"columns"_s, columns},
                             {u"metadata"_s, metadata},
                             {u"numColumns"_s, columns.size()},
                             {u"fromcache"_s, false}};
    const QByteArray head = QJsonDocument(others).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
    const bool isRowsFirst = m_quirks.queryReply == Quirks::QueryReply::RowsFirst;
    return '{' + (isRowsFirst ? data + ',' + head : head + ',' + data) + '}';
}

QString SqlTable::typeOf(const QString &column, const QString &ofValues) const
{
    if (const qsizetype own = m_names.indexOf(column); own >= 0)
        return Sheet::name(m_dataSet.columns()[size_t(own)].type);
    if (m_quirks.queryReply == Quirks::QueryReply::Untyped)
        return {};
    return ofValues.isEmpty() ? u"STRING"_s : ofValues;
}

} // namespace Sandbox
