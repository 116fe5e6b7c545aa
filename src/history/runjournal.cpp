#include "history/runjournal.h"

#include "history/changes.h"
#include "history/datafacts.h"
#include "history/opening.h"
#include "history/runcolumns.h"
#include "history/values.h"
#include "writeback/runreport.h"

using namespace Qt::StringLiterals;

namespace History {

namespace {

using namespace std::chrono_literals;

constexpr auto busyTimeout = 5s; // a run is refused without its journal, and others may write to a slow disk
constexpr auto busyTimeoutAfterFailure = 20ms;

QString name(Writeback::Journal::ChangeEnd how)
{
    using End = Writeback::Journal::ChangeEnd;
    switch (how) {
    case End::CarriedOut: return u"carriedOut"_s;
    case End::Refused: return u"refused"_s;
    case End::Failed: return u"failed"_s;
    case End::GivenUp: return u"givenUp"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Core::Result<std::unique_ptr<Writeback::Journal>> RunJournal::open(const Place &place, const Program &program)
{
    auto database = openHistory(place);
    if (!database)
        return Core::propagate(database);
    return std::make_unique<RunJournal>(*std::move(database), program);
}

RunJournal::RunJournal(std::unique_ptr<Database> database, Program program)
    : m_database(std::move(database)), m_program(std::move(program))
{
    m_database->setBusyTimeout(busyTimeout);
}

RunJournal::~RunJournal() = default;

Core::Result<void> RunJournal::run(QSqlQuery &query)
{
    const bool done = m_database->run(query);
    const Core::Failure failure = m_database->failure();
    m_database->setBusyTimeout(done ? busyTimeout : busyTimeoutAfterFailure);
    if (!done)
        return failure;
    return {};
}

Core::Result<void> RunJournal::begin(const Writeback::JournalEntry &entry)
{
    QStringList names;
    QVariantList values;
    for (const RunColumn &column : runColumns()) {
        if (!column.begin)
            continue;
        names.append(column.name);
        values.append(column.begin({entry, m_program}));
    }
    const QStringList places(names.size(), u"?"_s);
    QSqlQuery query = m_database->prepared(
        u"INSERT INTO runs (%1) VALUES (%2)"_s.arg(names.join(u", "_s), places.join(u", "_s)), values);
    m_entry = entry;
    auto done = run(query);
    if (done)
        m_run = query.lastInsertId().toLongLong();
    return done;
}

Core::Result<qint64> RunJournal::sending(const QString &range)
{
    QSqlQuery query = m_database->prepared(u"INSERT INTO changes (run, range, sent) VALUES (?, ?, ?)"_s,
                                           {m_run, range, fromTime(QDateTime::currentDateTimeUtc())});
    return run(query).map([&query] { return query.lastInsertId().toLongLong(); });
}

Core::Result<void> RunJournal::accepted(qint64 change, const QString &operationId)
{
    QSqlQuery query = m_database->prepared(u"UPDATE changes SET operationId = ?, accepted = ? WHERE id = ?"_s,
                                           {operationId, fromTime(QDateTime::currentDateTimeUtc()), change});
    return run(query);
}

Core::Result<void> RunJournal::ended(qint64 change, ChangeEnd how)
{
    QSqlQuery query = m_database->prepared(u"UPDATE changes SET ended = ?, how = ? WHERE id = ?"_s,
                                           {fromTime(QDateTime::currentDateTimeUtc()), name(how), change});
    return run(query);
}

Core::Result<void> RunJournal::end(const Writeback::RunReport &report)
{
    QStringList assignments;
    QVariantList values;
    for (const RunColumn &column : runColumns()) {
        if (!column.end)
            continue;
        assignments.append(column.name + u" = ?"_s);
        values.append(column.end({m_entry, report, QDateTime::currentDateTimeUtc()}));
    }
    QSqlQuery query =
        m_database->prepared(u"UPDATE runs SET %1 WHERE id = ?"_s.arg(assignments.join(u", "_s)), values << m_run);
    return run(query);
}

Core::Result<QList<Writeback::PendingChange>> RunJournal::pendingChanges(const Writeback::SheetPlace &sheet)
{
    return History::pendingChanges(*m_database, sheet, m_run);
}

Core::Result<std::optional<Writeback::VerifiedRun>> RunJournal::lastVerified(const Writeback::JournalEntry &of)
{
    QSqlQuery query = m_database->prepared(u"SELECT ended, sourceRows, dataColumns, dataLoaded FROM runs WHERE "
                                           u"sheetKey = ? AND region = ? AND dataSetId = ? "
                                           "AND id <> ? AND state IN (?, ?) ORDER BY started DESC, id DESC LIMIT 1"_s,
                                           {keyText(of.sheet), of.region, of.dataSetId, m_run,
                                            Writeback::name(Writeback::State::Verified),
                                            Writeback::name(Writeback::State::NothingToDo)});
    if (const auto done = run(query); !done)
        return Core::propagate(done);
    if (!query.next())
        return std::nullopt;
    return Writeback::VerifiedRun{
        .ended = toTime(query.value(0)),
        .sourceRows = query.value(1).toLongLong(),
        .data = {.columns = columnsIn(query.value(2).toString()), .loaded = query.value(3).toString()}};
}

Core::Result<void> RunJournal::leave(const QByteArray &fingerprint)
{
    QSqlQuery query = m_database->prepared(
        u"INSERT OR REPLACE INTO leftCells (sheetKey, region, ended, fingerprint) VALUES (?, ?, ?, ?)"_s,
        {keyText(m_entry.sheet), m_entry.region, fromTime(QDateTime::currentDateTimeUtc()), fingerprint});
    return run(query);
}

Core::Result<std::optional<Writeback::LeftCells>> RunJournal::leftIn(const Writeback::SheetPlace &sheet,
                                                                     const QString &region)
{
    QSqlQuery query = m_database->prepared(
        u"SELECT fingerprint, ended FROM leftCells WHERE sheetKey = ? AND region = ?"_s, {keyText(sheet), region});
    if (const auto done = run(query); !done)
        return Core::propagate(done);
    if (!query.next())
        return std::nullopt;
    return Writeback::LeftCells{query.value(0).toByteArray(), toTime(query.value(1))};
}

Core::Result<void> RunJournal::leaveValues(const QByteArray &packed)
{
    QSqlQuery query = m_database->prepared(u"UPDATE leftCells SET cells = ? WHERE sheetKey = ? AND region = ?"_s,
                                           {packed, keyText(m_entry.sheet), m_entry.region});
    return run(query);
}

Core::Result<QByteArray> RunJournal::leftValues(const Writeback::SheetPlace &sheet, const QString &region,
                                                const QDateTime &ended)
{
    QSqlQuery query =
        m_database->prepared(u"SELECT cells FROM leftCells WHERE sheetKey = ? AND region = ? AND ended = ?"_s,
                             {keyText(sheet), region, fromTime(ended)});
    if (const auto done = run(query); !done)
        return Core::propagate(done);
    return query.next() ? query.value(0).toByteArray() : QByteArray();
}

Core::Result<QDateTime> RunJournal::lastUnverifiedEnd(const Writeback::SheetPlace &sheet)
{
    QSqlQuery query = m_database->prepared(
        u"SELECT MAX(changes.ended) FROM changes JOIN runs ON runs.id = changes.run WHERE sheetKey = ? "
        "AND runs.id <> ? AND NOT (state IS ? AND runs.ended >= changes.ended)"_s,
        {keyText(sheet), m_run, Writeback::name(Writeback::State::Verified)});
    const auto done = run(query);
    if (!done)
        return Core::propagate(done);
    return query.next() ? toTime(query.value(0)) : QDateTime();
}

} // namespace History
