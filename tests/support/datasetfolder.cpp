#include "support/datasetfolder.h"

#include "support/sandboxprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

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

void DataSetFolder::write(const QString &name, const QList<Column> &columns, const Rows &rows, bool pdpEnabled) const
{
    QByteArray csv = line(namesOf(columns));
    for (const QJsonArray &row : rows)
        csv += line(row);
    QJsonArray types;
    for (const auto &[column, type] : columns)
        types.append(QJsonObject{{u"name"_s, column}, {u"type"_s, type}});
    save(path(name + u".csv"_s), csv);
    save(path(name + u".schema.json"_s),
         QJsonDocument(QJsonObject{{u"columns"_s, types}, {u"pdpEnabled"_s, pdpEnabled}}).toJson());
}

void DataSetFolder::writeRaw(const QString &name, const QByteArray &csv) const
{
    save(path(name + u".csv"_s), csv);
}

bool DataSetFolder::prepare(const QString &state, const Rows &rows) const
{
    const SandboxProcess sandbox(options(state));
    const Sheet::Rectangle all{0, 0, int(rows.size()), int(rows.first().size())};
    return sandbox.isUp() && SheetProbe(sandbox).write(Sheet::toA1(all), rows);
}

bool DataSetFolder::copyState(const QString &state, const QString &copy) const
{
    return QFile::copy(path(state), path(copy));
}

QStringList DataSetFolder::options() const
{
    return {u"--datasets"_s, m_folder.path()};
}

QStringList DataSetFolder::options(const QString &state) const
{
    return options() + QStringList{u"--state"_s, path(state)};
}

QJsonArray namesOf(const QList<DataSetFolder::Column> &columns)
{
    QJsonArray names;
    for (const auto &[column, type] : columns)
        names.append(column);
    return names;
}

} // namespace Support
