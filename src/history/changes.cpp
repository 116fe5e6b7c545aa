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

Core::Result<QList<OtherChange>> otherChanges(Database &database, const RunRecord &run)
{
    QSqlQuery query = database.prepared(
        u"SELECT profileName, changes.range, MAX(sent) FROM changes JOIN runs ON runs.id = changes.run "
        "WHERE sheetKey = ? AND profileId <> ? AND sent > ? AND how IS NOT 'refused' "
        "GROUP BY profileId, changes.range ORDER BY MAX(sent) DESC"_s,
        {keyText(run.entry.sheet), fromText(run.entry.profileId), fromTime(run.entry.started)});
    if (!database.run(query))
        return database.failure();
    QList<OtherChange> found;
    while (query.next())
        found.append({.writeback = query.value(0).toString(),
                      .range = query.value(1).toString(),
                      .sent = toTime(query.value(2))});
    if (!database.isDone(query))
        return database.failure();
    return found;
}

} // namespace History
