#pragma once

#include "core/result.h"
#include "sheet/celltyping.h"
#include "sheet/grid.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace Sandbox {

// A DataSet: its schema, its rows, and its export in serialized form. Rows × columns without the header, row-major;
// every cell is Empty (null) or Text, as in CSV. Immutable; cheap to move.
class StoredDataSet
{
public:
    struct Column
    {
        QString name; // may be blank, and need not be unique
        Sheet::ColumnType type = Sheet::ColumnType::String;
    };

    struct Files
    {
        QByteArray csv; // an export has its header as it is
        QByteArray schema =
            {}; // names and types as the metadata have them; empty: those of the header, and sampled types
    };

    // From the contents of a CSV file and of its schema file. InvalidInput if the two do not match.
    [[nodiscard]] static Core::Result<StoredDataSet> make(const QString &name, const Files &files,
                                                          bool nullIsBackslashN);

    [[nodiscard]] const QString &id() const { return m_id; } // a GUID derived from the name
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }
    [[nodiscard]] bool hasRowPolicies() const { return m_hasRowPolicies; } // its schema says "pdpEnabled": true
    [[nodiscard]] int rows() const { return m_table.rows() - 1; }
    [[nodiscard]] Sheet::Cell at(int row, int column) const { return m_table.at(row + 1, column); }
    [[nodiscard]] QByteArray exported(bool includeHeader) const; // shares the bytes

private:
    StoredDataSet() = default;

    QString m_id;
    QString m_name;
    std::vector<Column> m_columns;
    bool m_hasRowPolicies = false;
    Sheet::Grid m_table; // the header as row 0
    QByteArray m_csv;
    qsizetype m_headerSize = 0;
};

// Every NAME.csv of a folder with its NAME.schema.json, by name. Disk if the folder cannot be read.
[[nodiscard]] Core::Result<std::vector<StoredDataSet>> readDataSets(const QString &folder, bool nullIsBackslashN);

} // namespace Sandbox
