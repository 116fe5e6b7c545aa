#include "ui/runs/livepane.h"

#include "profiles/profilestore.h"
#include "runs/profileruns.h"
#include "runs/standing.h"
#include "ui/runs/runpane.h"

#include <utility>

namespace Ui {

namespace {

using namespace std::chrono_literals;

constexpr auto progressInterval = 150ms;

} // namespace

LivePane::LivePane(const Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
                   RunPane *pane, QObject *parent)
    : QObject(parent), m_store(store), m_history(history), m_runs(runs), m_pane(pane), m_reviews(store, runs, pane)
{
    m_showLater.setSingleShot(true);
    m_showLater.callOnTimeout(this, &LivePane::showNow);
    m_readLater.setSingleShot(true);
    m_readLater.setInterval(1ms); // not in the pass of the event loop in which the run's end is shown
    m_readLater.callOnTimeout(this, &LivePane::readPast);
    connect(&store, &Profiles::ProfileStore::changed, this, &LivePane::showNow);
    connect(&runs, &Runs::ProfileRuns::changed, this, [this](const QString &profileId) {
        if (profileId == m_profileId)
            showSoon();
    });
    // Those of other profiles may have written to the same sheet.
    connect(&runs, &Runs::ProfileRuns::ended, this, [this] { m_readLater.start(); });
    connect(&runs, &Runs::ProfileRuns::recorded, this, [this] { m_readLater.start(); });
    connectButtons();
}

void LivePane::connectButtons()
{
    connect(m_pane, &RunPane::runWanted, this, [this] { m_runs.start(m_profileId); });
    connect(m_pane, &RunPane::cancelWanted, this, [this] { m_runs.cancel(m_profileId); });
    connect(m_pane, &RunPane::answered, this, [this](bool write) { m_runs.answer(m_profileId, {.writes = write}); });
    connect(m_pane, &RunPane::reviewWanted, this, [this] { m_reviews.open(m_profileId); });
    connect(m_pane, &RunPane::retryWanted, this,
            [this](Writeback::Unsettled unsettled) { m_runs.start(m_profileId, unsettled); });
    connect(m_pane, &RunPane::checkWanted, this, [this] { m_runs.check(m_profileId); });
}

void LivePane::setProfile(const QString &profileId)
{
    m_profileId = profileId;
    readPast();
}

void LivePane::readPast()
{
    const Profiles::Profile *profile = m_store.profile(m_profileId);
    auto past = m_history.runs(m_profileId);
    auto others = past && profile ? Runs::otherChanges(m_history, *profile, *past) : QList<History::OtherChange>();
    auto notes = m_history.scheduleNotes(m_profileId);
    if (past && others && notes) {
        m_past = *std::move(past);
        m_others = *std::move(others);
        m_notes = *std::move(notes);
    } else if (past || m_pastOf != m_profileId) {
        m_past.reset(); // unknown what else has changed the sheet or was due, or what the runs of this profile are
    } // else: what cannot be read now stays as it is
    m_pastOf = m_profileId;
    showNow();
}

// How far a step is is shown some times a second, whatever the number of its signals. Everything else is shown in the
// next pass of the event loop, because the list shows it in this one.
void LivePane::showSoon()
{
    const Runs::RunProgress progress = m_runs.progress(m_profileId);
    const bool isUnderWay = progress.running && !progress.queued && !progress.question && !progress.cancelling;
    const qsizetype steps = progress.steps.size();
    const bool isSameStep = std::exchange(m_steps, steps) == steps;
    const bool isProgress = std::exchange(m_isUnderWay, isUnderWay) && isUnderWay && isSameStep;
    if (!isProgress)
        m_showLater.start(0ms);
    else if (!m_showLater.isActive())
        m_showLater.start(progressInterval);
}

void LivePane::showNow()
{
    m_showLater.stop();
    const Profiles::Profile *profile = m_store.profile(m_profileId);
    m_pane->setVisible(profile);
    if (profile && m_past)
        m_pane->show(*profile, m_runs.progress(m_profileId), *m_past, m_others, m_notes);
    else if (profile)
        m_pane->showWithoutPast(*profile, m_runs.progress(m_profileId));
}

} // namespace Ui
