#include "history/runhistory.h"

#include "history/changes.h"
#include "history/findings.h"
#include "history/opening.h"
#include "history/values.h"
#include "writeback/sheetlock.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace History {

namespace {

using namespace std::chrono_literals;

constexpr auto busyTimeout = 250ms; // a window may be waiting

// In the order in which recordOf() reads them.
const QString columns =
    u"id, profileId, profileName, account, clientId, started, program, version, isCheck, dataSetId, workiva, "
    "spreadsheetId, sheetId, "
    "region, target, (SELECT COUNT(*) FROM changes WHERE changes.run = entry.id), "
    "(SELECT COUNT(*) FROM changes WHERE changes.run = entry.id AND changes.ended IS NULL), ended, state, error, "
    "service, "
    "subject, detail, httpStatus, requestId, finding, range, sourceRows, sourceColumns, cellsPlanned, cellsChanged, "
    "cellsAdded, cellsCleared, cellsWritten, cellsCompared, cellsWrong, requests, retries, waited, caughtUp, findings"_s;

// Reads the columns of a record in order.
class Reader
{
public:
    explicit Reader(const QSqlQuery &query) : m_query(query) { }

    QString text() { return next().toString(); }
    qint64 number() { return next().toLongLong(); }
    QDateTime time() { return toTime(next()); }
    std::chrono::milliseconds span() { return std::chrono::milliseconds(number()); }

    std::optional<Core::Error> error()
    {
        const QString kind = text();
        Core::Error error{.kind = Core::errorKind(kind).value_or(Core::ErrorKind::Internal)};
        error.service = Core::service(text());
        error.subject = text();
        error.detail = text();
        error.httpStatus = int(number());
        error.requestId = text();
        if (const auto finding = findingIn(text()))
            error.cause = *finding;
        return kind.isEmpty() ? std::nullopt : std::optional(error);
    }

private:
    QVariant next() { return m_query.value(m_at++); }

    const QSqlQuery &m_query;
    int m_at = 0;
};

RunRecord recordOf(const QSqlQuery &query)
{
    Reader in(query);
    RunRecord record;
    record.id = in.number();
    record.profileId = in.text();
    record.profileName = in.text();
    record.account = in.text();
    record.clientId = in.text();
    record.started = in.time();
    record.program = in.text();
    record.version = in.text();
    record.isCheck = in.number() != 0;
    record.dataSetId = in.text();
    record.workiva = QUrl(in.text());
    record.spreadsheetId = in.text();
    record.sheetId = in.text();
    record.region = in.text();
    record.target = in.text();
    record.changesSent = in.number();
    record.changesOpen = in.number();
    record.ended = in.time();
    record.state = in.text();
    record.error = in.error();
    record.range = in.text();
    record.sourceRows = in.number();
    record.sourceColumns = int(in.number());
    record.cellsPlanned = in.number();
    record.cellsChanged = in.number();
    record.cellsAdded = in.number();
    record.cellsCleared = in.number();
    record.cellsWritten = in.number();
    record.cellsCompared = in.number();
    record.cellsWrong = in.number();
    record.requests = in.number();
    record.retries = in.number();
    record.waited = in.span();
    record.caughtUp = in.span();
    record.findings = findingsIn(in.text());
    return record;
}

QString anyOf(std::initializer_list<Writeback::State> states)
{
    QStringList names;
    for (const Writeback::State state : states)
        names.append(u"'%1'"_s.arg(Writeback::name(state)));
    return names.join(u", "_s);
}

// For a row of runs; `row` is its name in the statement.
QString condition(RunHistory::Last which, const QString &row)
{
    using Writeback::State;
    switch (which) {
    case RunHistory::Last::Run: return u"TRUE"_s;
    case RunHistory::Last::Touched:
        return u"(%1.state NOT IN (%2) OR (%1.ended IS NULL AND "
               "EXISTS (SELECT 1 FROM changes WHERE changes.run = %1.id)))"_s.arg(
                   row, anyOf({State::Refused, State::Failed, State::Cancelled}));
    case RunHistory::Last::Verified:
        return u"%1.state IN (%2)"_s.arg(row, anyOf({State::Verified, State::NothingToDo}));
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

// A run takes its sheet's lock before it enters the history, so the newest run of a sheet is the one that holds it.
bool RunHistory::isRunning(const RunRecord &record) const
{
    if (record.ended.isValid() || record.workiva.isEmpty() || m_lockFolder.isEmpty())
        return false;
    QSqlQuery query = m_database->prepared(u"SELECT MAX(id) FROM runs WHERE sheetKey = ? AND ended IS NULL"_s,
                                           {keyText(record.sheet())});
    return m_database->run(query) && query.next() && query.value(0).toLongLong() == record.id
        && Writeback::SheetLock::isTaken(m_lockFolder, record.sheet());
}

Core::Result<QList<RunRecord>> RunHistory::records(const QString &which, const QVariantList &values) const
{
    QSqlQuery query = m_database->prepared(u"SELECT %1 FROM runs AS entry %2"_s.arg(columns, which), values);
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

Core::Result<QHash<QString, RunRecord>> RunHistory::lastOfAll(Last which) const
{
    return records(u"WHERE profileId <> '' AND id = (SELECT id FROM runs AS other WHERE "
                   "other.profileId = entry.profileId AND %1 ORDER BY started DESC, id DESC LIMIT 1)"_s.arg(
                       condition(which, u"other"_s)))
        .map([](const QList<RunRecord> &found) {
            QHash<QString, RunRecord> byProfile;
            for (const RunRecord &record : found)
                byProfile.insert(record.profileId, record);
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

Core::Result<QList<Writeback::PendingChange>> RunHistory::pendingChanges(const Writeback::SheetPlace &sheet) const
{
    return History::pendingChanges(*m_database, sheet);
}

} // namespace History
