#include "ui/runs/waitingreviews.h"

#include "profiles/profilestore.h"
#include "runs/profileruns.h"
#include "ui/runs/reviewwindow.h"

namespace Ui {

WaitingReviews::WaitingReviews(const Profiles::ProfileStore &store, Runs::ProfileRuns &runs, QWidget *parent)
    : m_store(store), m_runs(runs), m_parent(parent)
{
    connect(&runs, &Runs::ProfileRuns::reviewReady, this, &WaitingReviews::show);
    connect(&runs, &Runs::ProfileRuns::changed, this, &WaitingReviews::closeOfRunThatGoesOn);
}

void WaitingReviews::open(const QString &profileId)
{
    if (ReviewWindow *window = m_windows.value(profileId)) {
        window->raise();
        window->activateWindow();
    } else {
        m_runs.compareForReview(profileId);
    }
}

void WaitingReviews::show(const QString &profileId, const Writeback::RunReport &review)
{
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (!profile || m_windows.value(profileId))
        return;
    auto *window = new ReviewWindow(profile->name, m_parent);
    m_windows.insert(profileId, window);
    connect(window, &ReviewWindow::decided, this,
            [this, profileId](const Writeback::Decision &decision) { m_runs.answer(profileId, decision); });
    window->show(review);
    window->show();
}

void WaitingReviews::closeOfRunThatGoesOn(const QString &profileId)
{
    if (ReviewWindow *window = m_windows.value(profileId); window && !m_runs.progress(profileId).question)
        window->close();
}

} // namespace Ui
