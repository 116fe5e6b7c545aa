#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace Sandbox {

class StoredDataSet;

// A DataSet as SQLite's table "table", for Domo's queries. Filled at once; lives on one thread, in memory, and is
// thrown away with the object. Repeated column names get a number, blank ones "Column N", as SQLite wants them
// different.
class SqlTable
{
public:
    explicit SqlTable(const StoredDataSet &dataSet);
    ~SqlTable();
    Q_DISABLE_COPY_MOVE(SqlTable)

    // Domo's reply to a query: columns, metadata, rows, numRows, numColumns. Rejected with SQLite's words otherwise.
    // SELECT only.
    [[nodiscard]] Core::Result<QJsonObject> query(const QString &sql) const;

private:
    const StoredDataSet &m_dataSet;
    QStringList m_names; // of the columns
    QString m_connection;
};

// Domo's name of the table is a word of SQLite's own: the bare word gets quotes.
[[nodiscard]] QString withQuotedTable(const QString &sql);

} // namespace Sandbox
