#include "history/changes.h"

#include "history/values.h"

using namespace Qt::StringLiterals;

namespace History {

Core::Result<QList<Writeback::PendingChange>> pendingChanges(Database &database, const Writeback::SheetPlace &sheet,
                                                             qint64 exceptRun)
{
    QSqlQuery query =
        database.prepared(u"SELECT changes.id, operationId, changes.range, sent, profileName, started FROM changes "
                          "JOIN runs ON runs.id = changes.run WHERE sheetKey = ? AND runs.id <> ? "
                          "AND changes.ended IS NULL ORDER BY changes.id"_s,
                          {keyText(sheet), exceptRun});
    if (!database.run(query))
        return database.failure();
    QList<Writeback::PendingChange> left;
    while (query.next())
        left.append({.id = query.value(0).toLongLong(),
                     .operationId = query.value(1).toString(),
                     .range = query.value(2).toString(),
                     .sent = toTime(query.value(3)),
                     .profileName = query.value(4).toString(),
                     .runStarted = toTime(query.value(5))});
    if (!database.isDone(query)) // damage may only be noticed while reading
        return database.failure();
    return left;
}

} // namespace History
