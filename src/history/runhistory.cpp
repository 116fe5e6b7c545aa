#include "history/runhistory.h"

#include "history/changes.h"
#include "history/opening.h"
#include "history/runcolumns.h"
#include "history/values.h"
#include "writeback/sheetlock.h"

using namespace Qt::StringLiterals;

namespace History {

namespace {

using namespace std::chrono_literals;

constexpr auto busyTimeout = 250ms; // a window may be waiting

QString readColumns()
{
    QStringList names;
    for (const RunColumn &column : runColumns()) {
        if (column.read)
            names.append(column.name);
    }
    return names.join(u", "_s);
}

RunRecord recordOf(const QSqlQuery &query) // a SELECT of readColumns()
{
    RunRecord record;
    int at = 0;
    for (const RunColumn &column : runColumns()) {
        if (column.read)
            column.read(query.value(at++), record);
    }
    return record;
}

// Those that are so, as a list of SQL.
QString states(bool (*isSo)(Writeback::State))
{
    QStringList names;
    for (int state = 0; state <= int(Writeback::lastState); ++state) {
        if (isSo(Writeback::State(state)))
            names.append(u"'%1'"_s.arg(Writeback::name(Writeback::State(state))));
    }
    return names.join(u", "_s);
}

// For a row of runs; `row` is its name in the statement.
QString condition(RunHistory::Last which, const QString &row)
{
    using Writeback::State;
    switch (which) {
    case RunHistory::Last::Run: return u"COALESCE(%1.isCheck, 0) = 0"_s.arg(row);
    case RunHistory::Last::Check: return u"%1.isCheck <> 0"_s.arg(row);
    case RunHistory::Last::Touched:
        return u"(%1.state NOT IN (%2) OR (%1.ended IS NULL AND "
               "EXISTS (SELECT 1 FROM changes WHERE changes.run = %1.id)))"_s.arg(
                   row, states([](State state) { return !Writeback::tellsOfSheet(state); }));
    case RunHistory::Last::Verified:
        return u"%1.state IN (%2)"_s.arg(
            row, states([](State state) { return state == State::Verified || state == State::NothingToDo; }));
    }
    Q_UNREACHABLE();
}

} // namespace

RunHistory::RunHistory(std::unique_ptr<Database> database, QString lockFolder, QString setAside)
    : m_database(std::move(database)), m_lockFolder(std::move(lockFolder)), m_setAside(std::move(setAside))
{
    m_database->setBusyTimeout(busyTimeout);
}

RunHistory::~RunHistory() = default;

Core::Result<std::unique_ptr<RunHistory>> RunHistory::open(const Place &place, const QString &lockFolder)
{
    auto opened = openSoundHistory(place);
    if (!opened)
        return Core::propagate(opened);
    return std::unique_ptr<RunHistory>(new RunHistory(std::move(opened->database), lockFolder, opened->setAside));
}

Core::Result<std::unique_ptr<RunHistory>> RunHistory::openAgain(const Place &place, const QString &lockFolder)
{
    auto opened = openHistory(place);
    if (!opened)
        return Core::propagate(opened);
    return std::unique_ptr<RunHistory>(new RunHistory(*std::move(opened), lockFolder, {}));
}

// A run takes its sheet's lock before it enters the history, so the newest run of a sheet is the one that holds it.
bool RunHistory::isRunning(const RunRecord &record) const
{
    if (record.ended.isValid() || record.entry.sheet.workiva.isEmpty() || m_lockFolder.isEmpty())
        return false;
    QSqlQuery query = m_database->prepared(u"SELECT MAX(id) FROM runs WHERE sheetKey = ? AND ended IS NULL"_s,
                                           {keyText(record.entry.sheet)});
    return m_database->run(query) && query.next() && query.value(0).toLongLong() == record.id
        && Writeback::SheetLock::isTaken(m_lockFolder, record.entry.sheet);
}

Core::Result<QList<RunRecord>> RunHistory::records(const QString &which, const QVariantList &values) const
{
    QSqlQuery query = m_database->prepared(u"SELECT %1 FROM runs AS entry %2"_s.arg(readColumns(), which), values);
    if (!m_database->run(query))
        return m_database->failure();
    QList<RunRecord> found;
    while (query.next())
        found.append(recordOf(query));
    if (!m_database->isDone(query)) // damage may only be noticed while reading
        return m_database->failure();
    for (RunRecord &record : found)
        record.isRunning = isRunning(record);
    return found;
}

Core::Result<QList<RunRecord>> RunHistory::runs(const QString &profileId, int max) const
{
    return records(u"WHERE profileId = ? ORDER BY started DESC, id DESC LIMIT ?"_s, {fromText(profileId), max});
}

Core::Result<QList<RunRecord>> RunHistory::allRuns(int max) const
{
    return records(u"ORDER BY started DESC, id DESC LIMIT ?"_s, {max});
}

Core::Result<QList<RunRecord>> RunHistory::runningRuns() const
{
    return records(u"WHERE ended IS NULL ORDER BY started DESC, id DESC"_s).map([](QList<RunRecord> runs) {
        runs.removeIf([](const RunRecord &run) { return !run.isRunning; });
        return runs;
    });
}

Core::Result<qint64> RunHistory::count() const
{
    const std::optional<QString> count = m_database->value(u"SELECT COUNT(*) FROM runs"_s);
    if (!count)
        return m_database->failure();
    return count->toLongLong();
}

Core::Result<QHash<QString, RunRecord>> RunHistory::lastOfAll(Last which) const
{
    return records(u"WHERE profileId <> '' AND id = (SELECT id FROM runs AS other WHERE "
                   "other.profileId = entry.profileId AND %1 ORDER BY started DESC, id DESC LIMIT 1)"_s.arg(
                       condition(which, u"other"_s)))
        .map([](const QList<RunRecord> &found) {
            QHash<QString, RunRecord> byProfile;
            for (const RunRecord &record : found)
                byProfile.insert(record.entry.profileId, record);
            return byProfile;
        });
}

Core::Result<std::optional<RunRecord>> RunHistory::last(Last which, const QString &profileId) const
{
    return records(
               u"WHERE profileId = ? AND %1 ORDER BY started DESC, id DESC LIMIT 1"_s.arg(condition(which, u"entry"_s)),
               {fromText(profileId)})
        .map([](const QList<RunRecord> &found) {
            return found.isEmpty() ? std::nullopt : std::optional(found.first());
        });
}

Core::Result<QList<ScheduleNote>> RunHistory::scheduleNotes(const QString &profileId, int max) const
{
    QSqlQuery query = m_database->prepared(
        u"SELECT due, what, noted, schedule FROM scheduleLog WHERE profileId = ? ORDER BY due DESC LIMIT ?"_s,
        {fromText(profileId), max});
    if (!m_database->run(query))
        return m_database->failure();
    QList<ScheduleNote> notes;
    while (query.next()) {
        if (const auto what = notedNamed(query.value(1).toString()))
            notes.append({toTime(query.value(0)), *what, toTime(query.value(2)), query.value(3).toString()});
    }
    if (!m_database->isDone(query))
        return m_database->failure();
    return notes;
}

Core::Result<QString> RunHistory::scheduleInForce(const QString &profileId) const
{
    return History::scheduleInForce(*m_database, profileId);
}

Core::Result<QDateTime> RunHistory::lastDue(const QString &profileId) const
{
    QSqlQuery query =
        m_database->prepared(u"SELECT MAX(due) FROM (SELECT due FROM scheduleLog WHERE profileId = ? UNION ALL "
                             "SELECT due FROM runs WHERE profileId = ? AND ended IS NOT NULL)"_s,
                             {fromText(profileId), fromText(profileId)});
    if (!m_database->run(query) || !query.next())
        return m_database->failure();
    return toTime(query.value(0));
}

Core::Result<QList<OtherChange>> RunHistory::otherChangesSince(const RunRecord &run) const
{
    return History::otherChanges(*m_database, run);
}

Core::Result<QList<Writeback::PendingChange>> RunHistory::pendingChanges(const Writeback::SheetPlace &sheet) const
{
    return History::pendingChanges(*m_database, sheet);
}

} // namespace History
