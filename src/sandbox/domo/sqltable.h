#pragma once

#include "core/result.h"
#include "sandbox/quirks.h"

#include <QJsonObject>
#include <QString>

namespace Sandbox {

class StoredDataSet;

// A DataSet as SQLite's table "table", for Domo's queries. Filled at construction, in memory, used on one thread.
// SQLite requires different column names: repeated ones get a number, blank ones become "Column N".
class SqlTable
{
public:
    SqlTable(const StoredDataSet &dataSet, const Quirks &quirks);
    ~SqlTable();
    Q_DISABLE_COPY_MOVE(SqlTable)

    // Domo's reply to a query as JSON: columns, metadata, rows, numRows, numColumns. Rejected with SQLite's message
    // otherwise. SELECT only.
    [[nodiscard]] Core::Result<QByteArray> query(const QString &sql) const;

private:
    [[nodiscard]] QString typeOf(const QString &column, const QString &ofValues) const;

    const StoredDataSet &m_dataSet;
    const Quirks m_quirks;
    QStringList m_names; // of the columns
    QString m_connection;
};

// Domo's name of the table is an SQLite keyword: adds quotes to the bare word.
[[nodiscard]] QString withQuotedTable(const QString &sql);

} // namespace Sandbox
