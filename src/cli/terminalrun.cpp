#include "cli/terminalrun.h"

#include "cli/advice.h"
#include "cli/reportjson.h"
#include "cli/saveddata.h"
#include "review/changescsv.h"
#include "review/xlsxexport.h"
#include "words/changetext.h"
#include "words/reporttext.h"
#include "words/reviewtext.h"
#include "words/statetext.h"
#include "words/steptext.h"
#include "words/waitingtext.h"

#include <QLocale>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using namespace std::chrono_literals;

constexpr auto interruptInterval = 100ms;
constexpr qint64 progressInterval = 100; // milliseconds
constexpr qint64 waitingInterval = 1'000; // milliseconds

} // namespace

TerminalRun::TerminalRun(RunOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_folder(m_options.dataDir, thisProgram())
    , m_controller(m_folder.books())
{
    connect(&m_controller, &Writeback::RunController::stepStarted, this,
            [this](Writeback::StepName step) { m_progress.show(Words::stepName(step, {})); });
    connect(&m_controller, &Writeback::RunController::stepProgress, this, &TerminalRun::showProgress);
    connect(&m_controller, &Writeback::RunController::waiting, this, [this](const Writeback::Waiting &waiting) {
        m_waits.hear(waiting, m_clock.elapsed());
        showWaiting();
    });
    connect(&m_controller, &Writeback::RunController::answerNeeded, this, &TerminalRun::promptUser);
    connect(&m_controller, &Writeback::RunController::finished, this, &TerminalRun::show);
}

TerminalRun::~TerminalRun() = default;

void TerminalRun::start(const Core::Result<Writeback::RunRequest> &request)
{
    if (!request) {
        show(refusalBy(request.error()));
        return;
    }
    if (!request->dryRun)
        reportKeeping(m_folder);
    catchInterrupts();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        checkForInterrupt();
        if (m_waits.at(m_clock.elapsed()) && m_shown.hasExpired(waitingInterval))
            showWaiting();
    });
    timer->start(interruptInterval);
    m_shown.start();
    m_controller.start(*request);
}

void TerminalRun::checkForInterrupt()
{
    if (!isInterrupted() || m_cancelled)
        return;
    m_cancelled = true;
    m_controller.cancel();
}

void TerminalRun::showProgress(Writeback::StepName step, qint64 done, qint64 total)
{
    if (!m_shown.hasExpired(progressInterval))
        return;
    m_shown.restart();
    const QLocale locale;
    m_progress.show(total > 0
                        ? u"%1: %2 of %3"_s.arg(Words::stepText(step), locale.toString(done), locale.toString(total))
                        : u"%1: %2"_s.arg(Words::stepText(step), locale.toString(done)));
}

void TerminalRun::showWaiting()
{
    m_shown.restart();
    if (const auto waiting = m_waits.at(m_clock.elapsed()))
        m_progress.show(Words::waitingText(*waiting) + u"…"_s);
    else
        m_progress.clear();
}

void TerminalRun::promptUser(const Writeback::ReviewSummary &review)
{
    m_progress.clear();
    const qint64 cells = review.changes.changed + review.changes.added + review.changes.cleared;
    const QString question =
        review.appended ? Words::writeText(review) + u'?' : u"Write %1 cells?"_s.arg(QLocale().toString(cells));
    const bool isShown = printError(Words::reviewText(review)).has_value();
    const Answer answer = isShown ? prompt(question) : Answer::No;
    if (answer == Answer::Interrupted)
        checkForInterrupt();
    else
        m_controller.answer({.writes = answer == Answer::Yes});
}

void TerminalRun::show(const Writeback::RunReport &report)
{
    m_progress.clear();
    std::vector<Review::ColumnTotals> totals;
    if (report.comparison)
        totals = Review::totals(*report.comparison);
    const auto details = [&] {
        return report.comparison ? Words::detailLines(*report.comparison, totals, m_options.changes) : QStringList();
    };
    const auto printed = print(m_options.json ? jsonText(reportJson(report, advice(report), totals, m_options.changes))
                                              : Words::reportText(report, advice(report), details()));
    ExitCode code = exitCode(report);
    if (!printed) {
        printError(u"The report could not be written to %1: %2. The run ended: %3. %4"_s.arg(
            printed.error().subject, printed.error().detail, Words::stateName(Writeback::name(report.state)),
            Words::stateText(report.state)));
        code = withoutReport(code);
    }
    Q_EMIT finished(writeFiles(code, report, totals));
}

ExitCode TerminalRun::writeFiles(ExitCode code, const Writeback::RunReport &report,
                                 const std::vector<Review::ColumnTotals> &totals)
{
    if (!report.comparison)
        return code; // the report says why there is nothing to write
    const Review::ExportText text = Words::exportText(report, QDateTime::currentDateTimeUtc());
    Review::ExportProgress progress(isInterrupted);
    const auto write = [&](const QString &path, const auto &toFile) {
        if (path.isEmpty())
            return;
        m_progress.show(u"Writing %1…"_s.arg(path));
        const Core::Result<void> written = toFile(path);
        m_progress.clear();
        if (written)
            return;
        const bool isStopped = written.error().kind == Core::ErrorKind::Cancelled;
        const QString why = isStopped ? u"was not written, because the program was interrupted"_s
                                      : u"could not be written: %1"_s.arg(written.error().detail);
        printError(u"The file %1 %2. The run itself has ended as reported."_s.arg(written.error().subject, why));
        code = isStopped ? ExitCode::Cancelled : withoutReport(code);
    };
    write(m_options.csv,
          [&](const QString &path) { return Review::writeChangesCsv(*report.comparison, text, path, &progress); });
    write(m_options.xlsx, [&](const QString &path) {
        return Review::writeReviewXlsx(*report.comparison, totals, text, path, Sheet::maxRows, &progress);
    });
    return code;
}

} // namespace Cli
