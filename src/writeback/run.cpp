#include "writeback/run.h"

#include "core/clock.h"
#include "net/service.h"
#include "sheet/fingerprint.h"
#include "sheet/packedgrid.h"
#include "writeback/differences.h"
#include "writeback/endstate.h"
#include "writeback/leftvalues.h"
#include "writeback/steps/compose.h"
#include "writeback/steps/fetchsource.h"
#include "writeback/steps/inspect.h"
#include "writeback/steps/readtarget.h"
#include "writeback/steps/recheck.h"
#include "writeback/steps/review.h"
#include "writeback/steps/settle.h"
#include "writeback/steps/signin.h"
#include "writeback/steps/verify.h"
#include "writeback/steps/write.h"

#include <QThreadPool>

#include <algorithm>
#include <tuple>
#include <utility>

namespace Writeback {

namespace {

Waiting waitingOf(const Net::Waiting &told)
{
    Waiting waiting{.service = told.service, .attempt = told.attempt, .unanswered = told.unanswered, .next = told.next};
    switch (told.reason) {
    case Net::Waiting::For::Nothing: waiting.reason = Waiting::For::Nothing; break;
    case Net::Waiting::For::Answer: waiting.reason = Waiting::For::Answer; break;
    case Net::Waiting::For::Retry: waiting.reason = Waiting::For::Retry; break;
    case Net::Waiting::For::RateLimit: waiting.reason = Waiting::For::RateLimit; break;
    }
    return waiting;
}

// The stages of a run. Steps on one line run side by side.
std::vector<std::vector<StepName>> stagesOf(const RunRequest &request)
{
    using enum StepName;
    std::vector<std::vector<StepName>> stages{{SignIn}, {Settle}, {Inspect}};
    stages.push_back(request.dataSet() ? std::vector{FetchSource, ReadTarget} : std::vector{ReadTarget});
    stages.insert(stages.end(), {{Compose}, {Review}});
    if (!request.dryRun)
        stages.insert(stages.end(), {{Recheck}, {Write}, {Verify}});
    return stages;
}

constexpr std::chrono::milliseconds timeToStop{900}; // a cancelled run ends within a second

} // namespace

Run::Run(RunRequest request, Bookkeeping books, Net::Service *domo, Net::Service &workiva, Core::Clock &clock,
         QObject *parent)
    : QObject(parent), m_books(std::move(books)), m_stages(stagesOf(request))
{
    m_context.request = std::move(request);
    m_context.domo = domo;
    m_context.workiva = &workiva;
    m_context.clock = &clock;
    m_context.today = clock.utcNow().date();
    if (const auto *stored = std::get_if<StoredGrid>(&m_context.request.source)) {
        m_context.source = stored->grid->copy();
        m_context.sourceIsAtHand = true;
        m_context.sourceRows = stored->grid->rows();
        m_context.sourceColumns = stored->grid->columns();
    }
    for (Net::Service *service : services())
        service->setListener([this](const Net::Waiting &told) { Q_EMIT waiting(waitingOf(told)); });
}

Run::~Run()
{
    for (Net::Service *service : services())
        service->setListener({});
}

QList<Net::Service *> Run::services() const
{
    QList<Net::Service *> services{m_context.workiva};
    if (m_context.domo)
        services.append(m_context.domo);
    return services;
}

void Run::start()
{
    if (m_context.request.dryRun) {
        readPendingChanges();
    } else {
        if (const auto taken = takeLockAndJournal(); !taken) {
            m_error = taken.error();
            QMetaObject::invokeMethod(this, &Run::conclude, Qt::QueuedConnection);
            return;
        }
    }
    nextStage();
}

Core::Result<void> Run::takeLockAndJournal()
{
    if (auto locked = m_sheetLock.take(m_books.lockFolder, m_context.place()); !locked)
        return locked;
    auto journal = m_books.openJournal();
    if (!journal)
        return Core::propagate(journal);
    JournalEntry entry = entryOf(m_context.request);
    entry.started = m_context.clock->utcNow();
    auto begun = (*journal)->begin(entry);
    if (!begun)
        return begun;
    m_journal = *std::move(journal);
    return readJournal();
}

Core::Result<void> Run::readJournal()
{
    const auto left = m_journal->pendingChanges(m_context.place());
    const auto lastEnd = m_journal->lastUnverifiedEnd(m_context.place());
    const JournalEntry entry = entryOf(m_context.request);
    auto lastVerified = m_journal->lastVerified(entry);
    auto leftCells = m_journal->leftIn(entry.sheet, entry.region);
    if (!left || !lastEnd)
        return left ? Core::propagate(lastEnd) : Core::propagate(left);
    if (!lastVerified || !leftCells)
        return lastVerified ? Core::propagate(leftCells) : Core::propagate(lastVerified);
    m_context.journal = m_journal.get();
    m_context.pending = *left;
    m_context.lastUnverifiedEnd = *lastEnd;
    m_context.lastVerified = *std::move(lastVerified);
    m_context.left = *std::move(leftCells);
    return {};
}

// A dry run also follows pending changes of earlier runs: until they end, the sheet's content is not known. While
// another run holds the lock, that run follows them; and a dry run does not need a journal.
void Run::readPendingChanges()
{
    if (!m_books.openJournal || SheetLock::isTaken(m_books.lockFolder, m_context.place()))
        return;
    auto journal = m_books.openJournal();
    if (!journal)
        return;
    m_journal = *std::move(journal);
    if (!readJournal())
        m_journal.reset();
}

void Run::answer(const Decision &answer)
{
    for (const RunningStep &running : m_running) {
        if (auto *review = qobject_cast<Review *>(running.step.get()))
            review->answer(answer);
    }
}

// The run needs its grids to go on.
void Run::compareForReview()
{
    const auto *review = m_running.empty() ? nullptr : qobject_cast<Review *>(m_running.front().step.get());
    if (!review || !review->isWaiting())
        return;
    if (!m_context.byKey)
        std::ignore = compareByKey(m_context, {}, true); // without a key, it is compared by cell only
    RunReport report;
    report.state = State::Planned;
    report.review = reviewSummary();
    report.cellsPlanned = m_context.diff.cellsToWrite();
    report.cellsCompared = m_context.cellsCompared;
    const Sheet::Grid &existing = m_context.existing;
    report.comparison = comparisonOf(existing.copy(), m_context.desired.copy(), m_context.matched);
    Q_EMIT reviewReady(report);
}

void Run::stop()
{
    if (m_context.stopBy)
        return;
    m_context.stopBy = m_context.clock->elapsed() + timeToStop;
    for (const RunningStep &running : m_running)
        running.step->stop();
}

bool Run::isNeeded(StepName step) const
{
    switch (step) {
    case StepName::Settle: return m_context.journal && Settle::isNeeded(m_context);
    case StepName::FetchSource: return !m_context.sourceIsAtHand;
    default: return true;
    }
}

void Run::nextStage()
{
    for (const StepName step : m_stages[m_stage++]) {
        if (isNeeded(step))
            begin(step);
    }
    if (m_running.empty())
        nextStage();
}

void Run::goBackTo(StepName step)
{
    const auto stage =
        std::ranges::find_if(m_stages, [step](const auto &steps) { return std::ranges::count(steps, step) > 0; });
    m_stage = size_t(stage - m_stages.begin());
    nextStage();
}

void Run::begin(StepName name)
{
    if (name == StepName::Write) // it was compared with the last reading before, and is large
        m_context.left.reset();
    m_running.push_back({makeStep(name), m_context.clock->elapsed()});
    Step *step = m_running.back().step.get();
    connect(step, &Step::progressChanged, this, [this, step](qint64 done, qint64 total) {
        const auto place = placeOf(step);
        place->done = done;
        place->total = total;
        Q_EMIT stepProgress(step->name(), done, total);
    });
    connect(step, &Step::waiting, this, &Run::waiting);
    connect(step, &Net::Job::finished, this, [this, step] { stepEnded(step); });
    if (auto *review = qobject_cast<Review *>(step))
        connect(review, &Review::answerNeeded, this, [this] { Q_EMIT answerNeeded(reviewSummary()); });
    Q_EMIT stepStarted(name);
    step->start();
    if (m_context.stopBy)
        step->stop();
}

std::unique_ptr<Step> Run::makeStep(StepName name)
{
    switch (name) {
    case StepName::SignIn: return std::make_unique<SignIn>(m_context);
    case StepName::Settle: return std::make_unique<Settle>(m_context);
    case StepName::Inspect: return std::make_unique<Inspect>(m_context);
    case StepName::FetchSource: return std::make_unique<FetchSource>(m_context);
    case StepName::ReadTarget: return std::make_unique<ReadTarget>(m_context);
    case StepName::Compose: return std::make_unique<Compose>(m_context);
    case StepName::Review: return std::make_unique<Review>(m_context);
    case StepName::Recheck: return std::make_unique<Recheck>(m_context);
    case StepName::Write: return std::make_unique<Write>(m_context);
    case StepName::Verify: return std::make_unique<Verify>(m_context, m_error.has_value());
    }
    Q_UNREACHABLE();
}

std::vector<Run::RunningStep>::iterator Run::placeOf(const Step *step)
{
    return std::ranges::find(m_running, step, [](const RunningStep &running) { return running.step.get(); });
}

void Run::stepEnded(Step *step)
{
    const auto place = placeOf(step);
    const StepName name = step->name();
    const double seconds = std::chrono::duration<double>(m_context.clock->elapsed() - place->began).count();
    Core::Result<void> result = step->result();
    m_times.append({name, seconds, place->done, place->total, result.has_value()});
    m_running.erase(place);
    Q_EMIT stepFinished(name, seconds, result.has_value());

    if (!result && !m_error) { // the first error counts, not those it causes in other steps
        m_error = result.error();
        m_failedStep = name;
        for (const RunningStep &running : m_running)
            running.step->cancel();
    }
    if (m_running.empty())
        afterStep(name);
}

void Run::afterStep(StepName name)
{
    const bool isOver = name == StepName::Verify || !m_context.sent;
    const bool hasNothingToWrite = name == StepName::Review && m_context.diff.isEmpty();
    if (m_error)
        return isOver ? conclude() : begin(StepName::Verify);
    if (name == StepName::Compose)
        Q_EMIT compared(m_context.changes);
    if (name == StepName::Verify && m_context.cure) {
        ++m_context.cures;
        goBackTo(StepName::Write);
    } else if (name == StepName::Review && std::exchange(m_context.isToRecompose, false)) {
        goBackTo(StepName::Compose);
    } else if (m_stage == m_stages.size() || hasNothingToWrite) {
        conclude();
    } else if (name == StepName::Recheck && m_context.sheetMoved) {
        goBackTo(StepName::Inspect);
    } else {
        nextStage();
    }
}

State Run::state() const
{
    const bool readBack = m_context.sent && m_context.cellsCompared > 0;
    // A change that was sent again and found in the sheet may arrive a second time, but changes nothing then.
    const bool unanswered = std::ranges::any_of(m_context.open, [this](const OpenChange &change) {
        return change.block && !change.denied
            && !(change.sentAgain && holds(m_context.existing, m_context.desired, *change.block));
    });
    return endState({.error = m_error,
                     .failedStep = m_failedStep,
                     .dryRun = m_context.request.dryRun,
                     .differs = !m_context.planned.empty(),
                     .sent = m_context.sent,
                     .unanswered = unanswered,
                     .cellsDone = m_context.cellsDone,
                     .readBack = readBack,
                     .altered = m_context.sheetAltered,
                     .provenUntouched = m_context.provenUntouched,
                     .asDesired = readBack && m_context.diff.isEmpty()});
}

qint64 Run::cellsWritten() const
{
    if (!m_context.sent)
        return 0;
    return m_context.cellsCompared > 0 ? cellsSettled(m_context.planned, m_context.diff) : m_context.cellsDone;
}

void Run::conclude()
{
    RunReport report;
    report.state = state();
    if (report.state != State::Verified) {
        report.error = m_error;
        report.failedStep = m_failedStep;
    }
    report.review = reviewSummary();
    report.steps = m_times;
    for (Net::Service *service : services()) {
        const Net::Traffic traffic = service->traffic();
        report.requests += traffic.requests;
        report.bytesSent += traffic.bytesSent;
        report.bytesReceived += traffic.bytesReceived;
        report.retries += traffic.retries;
        report.waited += traffic.waited;
    }
    report.caughtUp = m_context.caughtUp;
    const ChangeCounts &changes = m_context.changes;
    report.cellsPlanned = changes.changed + changes.added + changes.cleared;
    report.cellsWritten = cellsWritten();
    report.cellsCompared = m_context.cellsCompared;
    report.cellsWrong = m_context.cellsCompared > 0 ? m_context.diff.cellsToWrite() : 0;
    report.differences = m_context.sent ? m_context.differences : QList<Difference>();
    report.operations = m_context.operations;
    report.regionSince = m_context.regionSince;
    if (m_journal && !m_context.request.dryRun) {
        const bool isVerified = report.state == State::Verified || report.state == State::NothingToDo;
        const bool hasLeft = isVerified && leaveFingerprint();
        m_context.note(m_journal->end(report));
        if (hasLeft && !m_context.request.profileId.isEmpty())
            leaveValues();
    }
    report.notRecorded = m_context.notRecorded;
    if (m_context.request.dryRun && !m_context.fit.data.isEmpty())
        report.comparison =
            comparisonOf(m_context.existing.take(), std::move(m_context.desired), std::move(m_context.matched));
    m_context.existing = Sheet::Grid(); // freed here, on the run's thread: whoever destroys the run waits for it
    m_context.desired = Sheet::Grid();
    m_sheetLock.release(); // last: whoever waits for the lock sees the end of this run
    Q_EMIT finished(report);
}

// Of the cells as they were read: the next reading is compared with them. Those that were kept stay changed.
bool Run::leaveFingerprint()
{
    m_context.desired = Sheet::Grid(); // no longer needed, and a fingerprint is large
    const auto left =
        m_journal->leave(Sheet::Fingerprint::of(m_context.existing.forReading(), m_context.keptEdits).bytes());
    m_context.note(left);
    return left.has_value();
}

// The same cells, for a later review to show what was there. It takes a while, and the run has ended in the journal.
void Run::leaveValues()
{
    constexpr qsizetype maxBytes = 1 << 25; // three times what a spreadsheet full of usual data takes
    const auto packed = Sheet::PackedGrid::of(m_context.existing.forReading(), maxBytes);
    if (packed)
        m_context.note(m_journal->leaveValues(packed->bytes()));
}

std::shared_ptr<const Comparison> Run::comparisonOf(Sheet::Grid existing, Sheet::Grid desired,
                                                    std::optional<MatchedRows> matched) const
{
    QList<Sheet::ColumnType> types;
    QStringList names;
    for (const Domo::Column &column : m_context.shaped.columns) {
        types.append(column.type.value_or(Sheet::ColumnType::String));
        names.append(column.name);
    }
    Sheet::PlacedCells left = leftInEdited(m_context, existing);
    // Freeing the grids of a whole spreadsheet takes longer than a window may pause, and it is a window that releases
    // them.
    const auto freeElsewhere = [](const Comparison *gone) {
        QThreadPool::globalInstance()->start([gone] { delete gone; });
    };
    return {new Comparison{m_context.request.region, m_context.anchor(), std::move(existing), std::move(desired), types,
                           names, m_context.headerRows(), m_context.edited, std::move(left), std::move(matched)},
            freeElsewhere};
}

// A sheet only knows its parent; the request may contain the whole path.
QString Run::sheetPath() const
{
    const QString &told = m_context.sheet.path;
    const QString &known = m_context.request.sheetPath;
    return known.endsWith(told) ? known : told;
}

ReviewSummary Run::reviewSummary() const
{
    const DataSetSource *source = m_context.request.dataSet();
    return {.dataSetName = m_context.dataSet.name,
            .sql = source ? Sheet::filled(source->query).value_or(QString()) : QString(),
            .spreadsheetName = m_context.spreadsheet.name,
            .sheetPath = sheetPath(),
            .sourceRows = m_context.sourceRows,
            .sourceColumns = m_context.sourceColumns,
            .data = m_context.data,
            .fit = m_context.fit,
            .changes = m_context.changes,
            .findings = m_context.allFindings(),
            .checks = m_context.checksThat(false),
            .byKey = m_context.byKey,
            .appended = appendedRows()};
}

// All that Append writes below the column names are its rows.
std::optional<AppendedRows> Run::appendedRows() const
{
    const int headerRows = m_context.headerRows();
    const std::vector<Sheet::Span> &planned = m_context.planned; // in reading order
    const auto first = std::ranges::lower_bound(planned, headerRows, {}, &Sheet::Span::row);
    if (m_context.request.update.kind != Sheet::UpdateMethod::Kind::Append || first == planned.end())
        return {};
    return AppendedRows{m_context.anchor().row + first->row + 1, planned.back().row - first->row + 1};
}

} // namespace Writeback
