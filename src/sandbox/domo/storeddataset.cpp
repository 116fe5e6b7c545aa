#include "sandbox/domo/storeddataset.h"

#include "sandbox/csvfile.h"
#include "sandbox/ids.h"
#include "sandbox/domo/typesampling.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

Core::Result<std::vector<StoredDataSet::Column>> readSchema(const QString &name, const QByteArray &schema)
{
    const QJsonValue columns = QJsonDocument::fromJson(schema)["columns"_L1];
    if (!columns.isArray())
        return Core::fail(Core::ErrorKind::InvalidInput, name, u"the schema has no list \"columns\""_s);
    std::vector<StoredDataSet::Column> read;
    for (const QJsonValue &column : columns.toArray())
        read.push_back({column["name"_L1].toString(),
                        Sheet::columnType(column["type"_L1].toString()).value_or(Sheet::ColumnType::String)});
    return read;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Core::Result<StoredDataSet> StoredDataSet::make(const QString &name, const Files &files, bool nullIsBackslashN)
{
    StoredDataSet dataSet;
    dataSet.m_id = guidFor(name);
    dataSet.m_name = name;
    dataSet.m_table = readCsv(files.csv);
    const Sheet::Grid &table = dataSet.m_table;
    if (table.rows() == 0)
        return Core::fail(Core::ErrorKind::InvalidInput, name, u"the file has no header"_s);

    if (files.schema.isEmpty()) {
        for (int column = 0; column < table.columns(); ++column) {
            const std::string_view title = table.at(0, column).text;
            dataSet.m_columns.push_back(
                {QString::fromUtf8(title.data(), qsizetype(title.size())), sampledType(table, column)});
        }
    } else {
        auto columns = readSchema(name, files.schema);
        if (!columns)
            return Core::propagate(columns);
        if (int(columns->size()) != table.columns())
            return Core::fail(Core::ErrorKind::InvalidInput, name,
                              u"the schema has %1 columns, the file %2"_s.arg(columns->size()).arg(table.columns()));
        dataSet.m_columns = std::move(*columns);
        dataSet.m_hasRowPolicies = QJsonDocument::fromJson(files.schema)["pdpEnabled"_L1].toBool();
    }

    QByteArray &out = dataSet.m_csv;
    out.reserve(files.csv.size() + files.csv.size() / 16);
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            if (column > 0)
                out.append(',');
            const Sheet::Cell cell = table.at(row, column);
            if (row > 0 || !cell.text.empty()) // a blank name is no null
                appendCsvField(out, cell, nullIsBackslashN);
        }
        out.append('\n');
        if (row == 0)
            dataSet.m_headerSize = out.size();
    }
    return dataSet;
}

QByteArray StoredDataSet::exported(bool includeHeader) const
{
    if (includeHeader)
        return m_csv;
    return QByteArray::fromRawData(m_csv.constData() + m_headerSize, m_csv.size() - m_headerSize);
}

Core::Result<std::vector<StoredDataSet>> readDataSets(const QString &folder, bool nullIsBackslashN)
{
    const QDir dir(folder);
    if (!dir.exists())
        return Core::fail(Core::ErrorKind::Disk, folder, u"no such folder"_s);
    std::vector<StoredDataSet> dataSets;
    for (const QFileInfo &file : dir.entryInfoList({u"*.csv"_s}, QDir::Files | QDir::Readable, QDir::Name)) {
        const QString name = file.completeBaseName();
        auto made = StoredDataSet::make(
            name, {.csv = readAll(file.filePath()), .schema = readAll(dir.filePath(name + u".schema.json"_s))},
            nullIsBackslashN);
        if (!made)
            return Core::propagate(made);
        dataSets.push_back(std::move(*made));
    }
    return dataSets;
}

} // namespace Sandbox
