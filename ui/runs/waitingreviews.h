#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

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

// The windows with reviews of runs that wait for a person, at most one a run. They belong to a widget, and close when
// their run goes on. One opens by itself, once a question, as soon as the user looks at the widget's window and has
// nothing else open in front of it; several one after the other.
class WaitingReviews final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitingReviews)

public:
    WaitingReviews(const Profiles::ProfileStore &store, Runs::ProfileRuns &runs, QWidget *parent);

    void open(const QString &profileId); // or raises the one that is open

private:
    [[nodiscard]] bool canOpenByItself() const;
    void openNext();
    void show(const QString &profileId, const Writeback::RunReport &review);
    void closeOfRunThatGoesOn(const QString &profileId);

    const Profiles::ProfileStore &m_store;
    Runs::ProfileRuns &m_runs;
    QWidget *m_parent;
    QHash<QString, QPointer<ReviewWindow>> m_windows;
    QStringList m_toOpen; // profiles whose runs wait, and whose review has not been open
    QTimer m_openLater; // once no menu is open
    QString m_comparing; // the one that opens by itself once it is compared
};

} // namespace Ui
