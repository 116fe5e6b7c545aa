#pragma once

#include "history/runhistory.h"
#include "ui/runs/waitingreviews.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Profiles {
class ProfileStore;
}

namespace Runs {
class ProfileRuns;
}

namespace Ui {

class RunPane;

// Keeps a RunPane up to date with one profile, the progress of its run and its past runs, and does what its buttons ask
// of the runs.
class LivePane final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LivePane)

public:
    LivePane(const Profiles::ProfileStore &store, const History::RunHistory &history, Runs::ProfileRuns &runs,
             RunPane *pane, QObject *parent = nullptr);

    void setProfile(const QString &profileId); // of no profile: the pane is hidden
    void readPast(); // again: other programs have runs, too

private:
    void showSoon();
    void showNow();
    void connectButtons();

    const Profiles::ProfileStore &m_store;
    const History::RunHistory &m_history;
    Runs::ProfileRuns &m_runs;
    RunPane *m_pane;
    WaitingReviews m_reviews;
    QString m_profileId;
    std::optional<QList<History::RunRecord>> m_past; // the newest first; none: not readable
    QList<History::OtherChange> m_others; // see Runs::otherChanges()
    QList<History::ScheduleNote> m_notes; // of its schedule
    QString m_pastOf; // this profile
    QTimer m_readLater;
    QTimer m_showLater;
    bool m_isUnderWay = false; // a run whose progress is shown
    qsizetype m_steps = 0; // those that it has begun
};

} // namespace Ui
