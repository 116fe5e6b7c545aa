#include "sandbox/sqltable.h"

#include "sandbox/dataset.h"

#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>
#include <QVariant>

#include <optional>

namespace Sandbox {

namespace {

QStringList differentNames(const std::vector<DataSet::Column> &columns)
{
    QStringList names;
    for (const DataSet::Column &column : columns) {
        const QString wanted =
            column.name.trimmed().isEmpty() ? QStringLiteral("Column %1").arg(names.size() + 1) : column.name;
        QString name = wanted;
        for (int n = 2; names.contains(name, Qt::CaseInsensitive); ++n)
            name = QStringLiteral("%1 %2").arg(wanted).arg(n);
        names += name;
    }
    return names;
}

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString sqlType(Sheet::ColumnType type)
{
    switch (type) {
    case Sheet::ColumnType::Long: return QStringLiteral("INTEGER");
    case Sheet::ColumnType::Decimal:
    case Sheet::ColumnType::Double: return QStringLiteral("REAL");
    default: return QStringLiteral("TEXT");
    }
}

QString typeOfValue(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int: return QStringLiteral("LONG");
    case QMetaType::Double: return QStringLiteral("DOUBLE");
    default: return QStringLiteral("STRING");
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

SqlTable::SqlTable(const DataSet &dataSet)
    : m_dataSet(dataSet)
    , m_names(differentNames(dataSet.columns()))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(QStringLiteral(":memory:"));
    database.open();

    QStringList definitions;
    QStringList marks;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        definitions += quoted(m_names[i]) + u' ' + sqlType(dataSet.columns()[size_t(i)].type);
        marks += QStringLiteral("?");
    }
    QSqlQuery query(database);
    query.exec(QStringLiteral("CREATE TABLE \"table\" (%1)").arg(definitions.join(u',')));
    database.transaction();
    query.prepare(QStringLiteral("INSERT INTO \"table\" VALUES (%1)").arg(marks.join(u',')));
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

Core::Result<QJsonObject> SqlTable::query(const QString &sql) const
{
    if (!sql.trimmed().startsWith(QLatin1String("select"), Qt::CaseInsensitive))
        return Core::fail(Core::ErrorKind::Rejected, {}, QStringLiteral("only SELECT is understood"));
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.exec(withQuotedTable(sql)))
        return Core::fail(Core::ErrorKind::Rejected, {}, query.lastError().databaseText());

    const QSqlRecord record = query.record();
    QJsonArray rows;
    QStringList types(record.count());
    while (query.next()) {
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
        const qsizetype own = m_names.indexOf(name);
        QString type = own >= 0 ? Sheet::name(m_dataSet.columns()[size_t(own)].type) : types[column];
        if (type.isEmpty())
            type = QStringLiteral("STRING");
        columns.append(name);
        metadata.append(QJsonObject{{QStringLiteral("type"), type},
                                    {QStringLiteral("dataSourceId"), m_dataSet.id()},
                                    {QStringLiteral("maxLength"), -1},
                                    {QStringLiteral("minLength"), -1},
                                    {QStringLiteral("periodIndex"), 0}});
    }
    return QJsonObject{{QStringLiteral("datasource"), m_dataSet.id()},
                       {QStringLiteral("columns"), columns},
                       {QStringLiteral("metadata"), metadata},
                       {QStringLiteral("numRows"), rows.size()},
                       {QStringLiteral("numColumns"), columns.size()},
                       {QStringLiteral("rows"), rows},
                       {QStringLiteral("fromcache"), false}};
}

} // namespace Sandbox
