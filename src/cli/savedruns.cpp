#include "cli/savedruns.h"

#include "cli/saveddata.h"
#include "words/keepingtext.h"
#include "words/nowline.h"
#include "words/shown.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using namespace std::chrono_literals;

constexpr auto interruptInterval = 100ms;
constexpr qint64 progressInterval = 100; // milliseconds

bool isGreen(Writeback::State state)
{
    return state == Writeback::State::Verified || state == Writeback::State::NothingToDo;
}

} // namespace

SavedRuns::SavedRuns(SavedData &data, Profiles::SecretStore &secrets, QObject *parent)
    : QObject(parent), m_data(data), m_secrets(secrets), m_runs(data.store(), secrets, data.folder(), m_clock)
{
    m_runs.setPrompt(Writeback::Prompt::Never);
    const Profiles::Settings settings = data.settings();
    m_runs.setMaxAtOnce(settings.runsAtOnce);
    m_runs.setProxy(settings.proxy);
    connect(&m_runs, &Runs::ProfileRuns::changed, this, &SavedRuns::showProgress);
    connect(&m_runs, &Runs::ProfileRuns::ended, this, &SavedRuns::end);
    connect(&m_runs, &Runs::ProfileRuns::recorded, this, &SavedRuns::finishOnceRecorded);
    connect(&m_runs, &Runs::ProfileRuns::notRecorded, this, [this](const Core::Error &error) {
        m_progress.clear();
        printError(Words::notRecordedText(error));
        finishOnceRecorded();
    });
}

void SavedRuns::begin(const QStringList &profileIds)
{
    for (const QString &id : profileIds) {
        const Profiles::Profile *profile = m_data.store().profile(id);
        m_all.append({.profileId = id, .name = profile ? profile->name : id});
    }
    m_shown.start();
    catchInterrupts();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        if (!isInterrupted() || std::exchange(m_isCancelled, true))
            return;
        if (m_due)
            m_due->cancel();
        m_runs.cancelAll();
    });
    timer->start(interruptInterval);
}

void SavedRuns::run(const QStringList &profileIds, How how)
{
    m_how = how;
    QStringList each = profileIds;
    each.removeDuplicates();
    begin(each);
    connect(&m_runs, &Runs::ProfileRuns::batchEnded, this, [this] {
        m_isOver = true;
        finishOnceRecorded();
    });
    m_runs.startAll(each, how.unsettled);
}

void SavedRuns::check(const QString &profileId)
{
    begin({profileId});
    connect(&m_runs, &Runs::ProfileRuns::ended, this, [this] {
        m_isOver = true;
        finishOnceRecorded();
    });
    m_runs.check(profileId);
}

void SavedRuns::runDue(const QString &profileId, const QString &fingerprint)
{
    begin({profileId});
    m_due = std::make_unique<Runs::ScheduledRun>(m_runs, m_data.store(), m_secrets, m_data.folder(), m_clock);
    connect(m_due.get(), &Runs::ScheduledRun::begun, this, &SavedRuns::begun);
    connect(m_due.get(), &Runs::ScheduledRun::retrying, this, &SavedRuns::retrying);
    connect(m_due.get(), &Runs::ScheduledRun::finished, this, [this](const Runs::ScheduledEnd &end) {
        Q_EMIT scheduledEnded(end);
        m_isOver = true;
        finishOnceRecorded();
    });
    m_due->start(profileId, fingerprint, m_data.settings().proxy);
}

void SavedRuns::end(const QString &profileId, const Writeback::RunReport &report)
{
    m_progress.clear();
    const auto run = std::ranges::find(m_all, profileId, &SavedRun::profileId);
    run->report = report;
    run->pendingChanges = m_runs.progress(profileId).pendingChanges;
    Q_EMIT ended(*run);
    if (m_how.afterFailure != AfterFailure::Stop || isGreen(report.state))
        return;
    for (const SavedRun &one : std::as_const(m_all)) {
        if (m_runs.progress(one.profileId).queued)
            m_runs.cancel(one.profileId);
    }
}

void SavedRuns::showProgress(const QString &profileId)
{
    const Runs::RunProgress progress = m_runs.progress(profileId);
    if (!progress.running || progress.queued || !m_shown.hasExpired(progressInterval))
        return;
    m_shown.restart();
    const QString now = u"%1: %2"_s.arg(Words::shown(progress.facts.entry.profileName), Words::nowLine(progress).text);
    const auto ended = std::ranges::count_if(m_all, [](const SavedRun &run) { return run.report.has_value(); });
    m_progress.show(m_all.size() == 1 ? now : u"%1 of %2 ended. %3"_s.arg(ended).arg(m_all.size()).arg(now));
}

void SavedRuns::finishOnceRecorded()
{
    if (!m_isOver || m_runs.isRecording() || std::exchange(m_isFinished, true))
        return;
    m_progress.clear();
    Q_EMIT finished(m_all);
}

} // namespace Cli
