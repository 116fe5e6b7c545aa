#include "ui/runs/waitingreviews.h"

#include "profiles/profilestore.h"
#include "runs/profileruns.h"
#include "ui/look/tell.h"
#include "ui/runs/reviewwindow.h"

#include <QApplication>
#include <QWindow>

#include <algorithm>

namespace Ui {

WaitingReviews::WaitingReviews(const Profiles::ProfileStore &store, Runs::ProfileRuns &runs, QWidget *parent)
    : m_store(store), m_runs(runs), m_parent(parent)
{
    connect(&runs, &Runs::ProfileRuns::reviewReady, this, &WaitingReviews::show);
    connect(&runs, &Runs::ProfileRuns::changed, this, &WaitingReviews::closeOfRunThatGoesOn);
    connect(&runs, &Runs::ProfileRuns::asked, this, [this](const QString &profileId) {
        m_toOpen.append(profileId);
        openNext();
    });
    m_openLater.setSingleShot(true);
    m_openLater.setInterval(500);
    m_openLater.callOnTimeout(this, &WaitingReviews::openNext);
    // Later: what had the focus may be about to be closed.
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &WaitingReviews::openNext, Qt::QueuedConnection);
}

void WaitingReviews::open(const QString &profileId)
{
    m_toOpen.removeAll(profileId);
    if (profileId == m_comparing)
        m_comparing.clear(); // it is no longer by itself
    if (ReviewWindow *window = m_windows.value(profileId)) {
        window->raise();
        window->activateWindow();
    } else {
        m_runs.compareForReview(profileId);
    }
}

bool WaitingReviews::canOpenByItself() const
{
    const bool isOneOpen =
        std::ranges::any_of(m_windows, [](const auto &window) { return window && window->isVisible(); });
    return !isOneOpen && m_parent->window()->isActiveWindow() && !QApplication::activeModalWidget();
}

void WaitingReviews::openNext()
{
    if (m_toOpen.isEmpty() || !m_comparing.isEmpty() || !canOpenByItself())
        return;
    if (QApplication::activePopupWidget())
        return m_openLater.start();
    m_comparing = m_toOpen.takeFirst();
    m_runs.compareForReview(m_comparing);
}

void WaitingReviews::show(const QString &profileId, const Writeback::RunReport &review)
{
    const Profiles::Profile *profile = m_store.profile(profileId);
    if (profileId == m_comparing) {
        m_comparing.clear();
        if (!canOpenByItself()) { // any more
            m_toOpen.prepend(profileId);
            return;
        }
    }
    if (!profile || m_windows.value(profileId))
        return;
    auto *window = new ReviewWindow(profile->name, m_parent);
    m_windows.insert(profileId, window);
    connect(window, &ReviewWindow::decided, this,
            [this, profileId](const Writeback::Decision &decision) { m_runs.answer(profileId, decision); });
    connect(window, &ReviewWindow::checkAccepted, this, [this, profileId, window](const Sheet::Acceptance &acceptance) {
        if (const auto stored = m_runs.accept(profileId, acceptance); !stored)
            return tell(window, stored.error());
        if (const auto question = m_runs.progress(profileId).question)
            window->setFindings(question->findings);
    });
    window->show(review);
    window->show();
}

void WaitingReviews::closeOfRunThatGoesOn(const QString &profileId)
{
    if (m_runs.progress(profileId).question)
        return;
    m_toOpen.removeAll(profileId);
    if (profileId == m_comparing) // which it is not, any more
        m_comparing.clear();
    if (ReviewWindow *window = m_windows.value(profileId))
        window->close();
    openNext();
}

} // namespace Ui
