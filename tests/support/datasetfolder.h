#pragma once

#include "support/sheetprobe.h"

#include <QStringList>
#include <QTemporaryDir>

namespace Support {

// A folder of DataSets for the sandbox (--datasets), and a file that preserves its sheets (--state).
class DataSetFolder
{
public:
    using Column = std::pair<QString, QString>; // name and Domo type

    // As NAME.csv and NAME.schema.json: null is an empty field, text is quoted.
    void write(const QString &name, const QList<Column> &columns, const Rows &rows, bool pdpEnabled = false) const;
    void writeRaw(const QString &name, const QByteArray &csv) const; // without a schema

    // Creates a state in which the sandbox's empty sheet has `rows` from A1 on; false on failure.
    [[nodiscard]] bool prepare(const QString &state, const Rows &rows) const;
    [[nodiscard]] bool copyState(const QString &state, const QString &copy) const;

    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    [[nodiscard]] QStringList options() const; // --datasets
    [[nodiscard]] QStringList options(const QString &state) const; // --datasets and --state

private:
    QTemporaryDir m_folder;
};

// The header row that a copy with column names writes.
[[nodiscard]] QJsonArray namesOf(const QList<DataSetFolder::Column> &columns);

} // namespace Support
