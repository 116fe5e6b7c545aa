#include "history/runjournal.h"

#include "history/changes.h"
#include "history/findings.h"
#include "history/opening.h"
#include "history/values.h"
#include "writeback/runreport.h"

using namespace Qt::StringLiterals;

namespace History {

namespace {

using namespace std::chrono_literals;

constexpr auto busyTimeout = 1000ms;
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

// A saved writeback goes by what its target was called when it ran; another one by the names that were found there.
QString targetOf(const Writeback::JournalEntry &entry, const Writeback::ReviewSummary &review)
{
    if (!entry.profileId.isEmpty() || review.spreadsheetName.isEmpty() || review.sheetPath.isEmpty())
        return entry.target;
    return QStringList{review.spreadsheetName, review.sheetPath, entry.region}.join(u" / "_s);
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
    QSqlQuery query = m_database->prepared(u"INSERT INTO runs (profileId, profileName, account, "
                                           "clientId, started, program, version, isCheck, dataSetId, "
                                           "workiva, spreadsheetId, sheetId, sheetKey, region, target) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                           {fromText(entry.profileId), entry.profileName, entry.account, entry.clientId,
                                            fromTime(entry.started), m_program.name, m_program.version, entry.isCheck,
                                            entry.dataSetId, entry.sheet.workiva.toString(QUrl::RemoveUserInfo),
                                            entry.sheet.spreadsheetId, entry.sheet.sheetId, keyText(entry.sheet),
                                            entry.region, entry.target});
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
    const Core::Error error = report.error.value_or(Core::Error());
    const auto *finding = error.cause.as<Writeback::Finding>();
    const Writeback::ReviewSummary &review = report.review;
    QSqlQuery query = m_database->prepared(
        u"UPDATE runs SET ended = ?, state = ?, error = ?, service = ?, subject = ?, detail = ?, "
        "httpStatus = ?, requestId = ?, finding = ?, findings = ?, target = ?, range = ?, "
        "sourceRows = ?, sourceColumns = ?, cellsPlanned = ?, cellsChanged = ?, cellsAdded = ?, cellsCleared = ?, "
        "cellsWritten = ?, cellsCompared = ?, cellsWrong = ?, requests = ?, retries = ?, waited = ?, "
        "caughtUp = ? WHERE id = ?"_s,
        {fromTime(QDateTime::currentDateTimeUtc()),
         Writeback::name(report.state),
         report.error ? Core::name(error.kind) : QString(),
         Core::name(error.service),
         error.subject,
         error.detail,
         error.httpStatus,
         error.requestId,
         finding ? toText(*finding) : QString(),
         toText(review.findings),
         targetOf(m_entry, review),
         Sheet::toA1(review.fit.data),
         review.sourceRows,
         review.sourceColumns,
         report.cellsPlanned,
         review.changes.changed,
         review.changes.added,
         review.changes.cleared,
         report.cellsWritten,
         report.cellsCompared,
         report.cellsWrong,
         report.requests,
         report.retries,
         qint64(report.waited.count()),
         qint64(report.caughtUp.count()),
         m_run});
    return run(query);
}

Core::Result<QList<Writeback::LeftChange>> RunJournal::leftUnderWay(const Writeback::SheetPlace &sheet)
{
    return changesUnderWay(*m_database, sheet, m_run);
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
