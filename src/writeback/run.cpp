#include "writeback/run.h"

#include "core/clock.h"
#include "net/service.h"
#include "writeback/endstate.h"
#include "writeback/steps/compose.h"
#include "writeback/steps/fetchsource.h"
#include "writeback/steps/inspect.h"
#include "writeback/steps/readtarget.h"
#include "writeback/steps/review.h"
#include "writeback/steps/signin.h"
#include "writeback/steps/verify.h"
#include "writeback/steps/write.h"

#include <QThreadPool>

#include <algorithm>

namespace Writeback {

namespace {

// The way of a run. What stands on one line runs side by side.
const std::vector<std::vector<StepName>> stages{
    {StepName::SignIn},  {StepName::Inspect}, {StepName::FetchSource, StepName::ReadTarget},
    {StepName::Compose}, {StepName::Review},  {StepName::Write},
    {StepName::Verify},
};

constexpr std::chrono::milliseconds timeToStop{900}; // a cancelled run ends within a second

} // namespace

Run::Run(RunRequest request, Net::Service &domo, Net::Service &workiva, Core::Clock &clock, QObject *parent)
    : QObject(parent)
{
    m_context.request = std::move(request);
    m_context.domo = &domo;
    m_context.workiva = &workiva;
    m_context.clock = &clock;
}

Run::~Run() = default;

void Run::start()
{
    nextStage();
}

void Run::answer(bool write)
{
    for (const Walking &walking : m_walking) {
        if (auto *review = qobject_cast<Review *>(walking.step.get()))
            review->answer(write);
    }
}

void Run::stop()
{
    if (m_context.stopBy)
        return;
    m_context.stopBy = m_context.clock->elapsed() + timeToStop;
    for (const Walking &walking : m_walking)
        walking.step->stop();
}

void Run::nextStage()
{
    const std::vector<StepName> &stage = stages[m_stage++];
    const RunRequest &request = m_context.request;
    if (stage.front() == StepName::FetchSource && !request.dryRun) {
        // From reading the region to reading it back nobody else on this machine may write the sheet.
        const auto taken = m_sheetLock.take(request.workiva.baseUrl, request.spreadsheetId, request.sheetId);
        if (!taken) {
            m_error = taken.error();
            m_failedStep = stage.front();
            conclude();
            return;
        }
    }
    for (const StepName step : stage)
        begin(step);
}

void Run::begin(StepName name)
{
    Step *step = m_walking.emplace_back(makeStep(name), m_context.clock->elapsed()).step.get();
    connect(step, &Step::progressChanged, this,
            [this, name](qint64 done, qint64 total) { Q_EMIT stepProgress(name, done, total); });
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
    case StepName::Inspect: return std::make_unique<Inspect>(m_context);
    case StepName::FetchSource: return std::make_unique<FetchSource>(m_context);
    case StepName::ReadTarget: return std::make_unique<ReadTarget>(m_context);
    case StepName::Compose: return std::make_unique<Compose>(m_context);
    case StepName::Review: return std::make_unique<Review>(m_context);
    case StepName::Write: return std::make_unique<Write>(m_context);
    case StepName::Verify: return std::make_unique<Verify>(m_context);
    }
    Q_UNREACHABLE();
}

void Run::stepEnded(Step *step)
{
    const auto place = std::ranges::find(m_walking, step, [](const Walking &walking) { return walking.step.get(); });
    const StepName name = step->name();
    const double seconds = std::chrono::duration<double>(m_context.clock->elapsed() - place->began).count();
    const Core::Result<void> result = step->result();
    place->step.release()->deleteLater(); // a sender is not deleted in its own signal
    m_walking.erase(place);
    m_times.append({name, seconds});
    Q_EMIT stepFinished(name, seconds, result.has_value());

    if (name == StepName::Verify) {
        m_asDesired = result.has_value();
        m_readBack = result || result.error().kind == Core::ErrorKind::Mismatch;
    }
    if (!result && !m_error) { // the first error counts; those that it causes elsewhere do not
        m_error = result.error();
        m_failedStep = name;
        for (const Walking &walking : m_walking)
            walking.step->cancel();
    }
    if (!m_walking.empty())
        return;
    if (m_error && name == StepName::Write && !m_context.sent.isEmpty())
        begin(StepName::Verify);
    else if (m_error || name == StepName::Verify || isThereNothingToWrite())
        conclude();
    else
        nextStage();
}

bool Run::isThereNothingToWrite() const
{
    const bool reviewed = stages[m_stage - 1].front() == StepName::Review;
    return reviewed && (m_context.diff.isEmpty() || m_context.request.dryRun);
}

void Run::conclude()
{
    m_sheetLock.release();
    RunReport report;
    report.state =
        endState({.error = m_error,
                  .failedStep = m_failedStep,
                  .dryRun = m_context.request.dryRun,
                  .differs = m_context.changes.changed + m_context.changes.added + m_context.changes.cleared > 0,
                  .sent = !m_context.sent.isEmpty(),
                  .formatted = m_context.formatted,
                  .unanswered = !m_context.inDoubt.empty() || m_context.formatInDoubt,
                  .cellsWritten = m_context.cellsWritten,
                  .readBack = m_readBack,
                  .altered = m_context.sheetAltered,
                  .asDesired = m_asDesired});
    if (report.state != State::Verified) {
        report.error = m_error;
        report.failedStep = m_failedStep;
    }
    report.review = reviewSummary();
    if (m_context.request.dryRun && !m_context.fit.data.isEmpty())
        report.comparison = comparison();
    report.steps = m_times;
    for (Net::Service *service : {m_context.domo, m_context.workiva}) {
        report.requests += service->traffic().requests;
        report.bytesSent += service->traffic().bytesSent;
        report.bytesReceived += service->traffic().bytesReceived;
    }
    report.cellsWritten = m_context.cellsWritten;
    report.cellsVerified = m_context.cellsVerified;
    report.cellsWrong = m_context.cellsWrong;
    report.firstWrong = m_context.firstWrong;
    report.operations = m_context.operations;
    Q_EMIT finished(report);
}

std::shared_ptr<const Comparison> Run::comparison()
{
    QList<Sheet::ColumnType> types;
    for (const Domo::Column &column : m_context.dataSet.schema)
        types.append(column.type);
    // To free the grids of a whole spreadsheet takes longer than a window may pause, and a window is who lets go of
    // them.
    const auto freeElsewhere = [](const Comparison *gone) {
        QThreadPool::globalInstance()->start([gone] { delete gone; });
    };
    return {new Comparison{m_context.request.region, m_context.anchor(), std::move(m_context.existing),
                           std::move(m_context.desired), types},
            freeElsewhere};
}

// A sheet tells its parent alone; who asked may know the whole way down to it.
QString Run::sheetPath() const
{
    const QString &told = m_context.sheet.path;
    const QString &known = m_context.request.sheetPath;
    return known.endsWith(told) ? known : told;
}

ReviewSummary Run::reviewSummary() const
{
    return {.dataSetName = m_context.dataSet.name,
            .spreadsheetName = m_context.spreadsheet.name,
            .sheetPath = sheetPath(),
            .sourceRows = m_context.sourceRows,
            .sourceColumns = m_context.desired.columns(),
            .fit = m_context.fit,
            .changes = m_context.changes,
            .findings = m_context.findings};
}

} // namespace Writeback
