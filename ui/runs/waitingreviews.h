#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QWidget;

namespace Profiles {
class ProfileStore;
}

namespace Runs {
class ProfileRuns;
}

namespace Writeback {
struct RunReport;
}

namespace Ui {

class ReviewWindow;

// The windows with reviews of runs that wait for a person, at most one a run. They close when their run goes on, and
// belong to a widget.
class WaitingReviews final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitingReviews)

public:
    WaitingReviews(const Profiles::ProfileStore &store, Runs::ProfileRuns &runs, QWidget *parent);

    void open(const QString &profileId); // or raises the one that is open

private:
    void show(const QString &profileId, const Writeback::RunReport &review);
    void closeOfRunThatGoesOn(const QString &profileId);

    const Profiles::ProfileStore &m_store;
    Runs::ProfileRuns &m_runs;
    QWidget *m_parent;
    QHash<QString, QPointer<ReviewWindow>> m_windows;
};

} // namespace Ui
