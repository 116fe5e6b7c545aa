#include "support/datasetfolder.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace Support {

namespace {

QByteArray field(const QJsonValue &value)
{
    if (value.isNull())
        return {};
    if (value.isDouble())
        return QByteArray::number(value.toDouble(), 'g', 15);
    return '"' + value.toString().toUtf8().replace('"', "\"\"") + '"';
}

QByteArray line(const QJsonArray &row)
{
    QByteArrayList fields;
    for (const QJsonValue &value : row)
        fields.append(field(value));
    return fields.join(',') + "\r\n";
}

void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

void DataSetFolder::write(const QString &name, const QList<Column> &columns, const Rows &rows) const
{
    QByteArray csv = line(namesOf(columns));
    for (const QJsonArray &row : rows)
        csv += line(row);
    QJsonArray types;
    for (const auto &[column, type] : columns)
        types.append(QJsonObject{{QStringLiteral("name"), column}, {QStringLiteral("type"), type}});
    save(path(name + QStringLiteral(".csv")), csv);
    save(path(name + QStringLiteral(".schema.json")),
         QJsonDocument(QJsonObject{{QStringLiteral("columns"), types}}).toJson());
}

void DataSetFolder::writeRaw(const QString &name, const QByteArray &csv) const
{
    save(path(name + QStringLiteral(".csv")), csv);
}

QStringList DataSetFolder::options() const
{
    return {QStringLiteral("--datasets"), m_folder.path()};
}

QStringList DataSetFolder::options(const QString &state) const
{
    return options() + QStringList{QStringLiteral("--state"), path(state)};
}

QJsonArray namesOf(const QList<DataSetFolder::Column> &columns)
{
    QJsonArray names;
    for (const auto &[column, type] : columns)
        names.append(column);
    return names;
}

} // namespace Support
