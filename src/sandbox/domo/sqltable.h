#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace Sandbox {

class StoredDataSet;

// A DataSet as SQLite's table "table", for Domo's queries. Filled at construction, in memory, used on one thread.
// SQLite requires different column names: repeated ones get a number, blank ones become "Column N".
class SqlTable
{
public:
    explicit SqlTable(const StoredDataSet &dataSet);
    ~SqlTable();
    Q_DISABLE_COPY_MOVE(SqlTable)

    // Domo's reply to a query: columns, metadata, rows, numRows, numColumns. Rejected with SQLite's message otherwise.
    // SELECT only.
    [[nodiscard]] Core::Result<QJsonObject> query(const QString &sql) const;

private:
    const StoredDataSet &m_dataSet;
    QStringList m_names; // of the columns
    QString m_connection;
};

// Domo's name of the table is an SQLite keyword: adds quotes to the bare word.
[[nodiscard]] QString withQuotedTable(const QString &sql);

} // namespace Sandbox
