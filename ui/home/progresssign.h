#pragma once

#include "runs/runprogress.h"

#include <QObject>

#include <optional>

class QWidget;

namespace Runs {
class ProfileRuns;
}

namespace Ui {

// What the title of the window and the task bar say about the runs in progress.
struct Sign
{
    QString title{}; // what runs, without the name of the program; empty: nothing
    int open = 0; // runs that have not ended, the queued ones included
    std::optional<double> done{}; // of the current step of a single run, 0 to 1, if known
    bool isAsking = false; // a run waits for an answer

    friend bool operator==(const Sign &, const Sign &) = default;
};

[[nodiscard]] Sign signOf(const QList<Runs::RunProgress> &open);

// Shows the progress of runs in the title of the window, "Writing 62 % · Trial balance – Workiva Writeback", and in the
// task bar, for users whose window is behind others: on Windows by ITaskbarList3; where there is D-Bus, by
// com.canonical.Unity.LauncherEntry (Unity Launcher API), which several desktops follow. Belongs to the window; borrows
// the runs.
class ProgressSign final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressSign)

public:
    ProgressSign(Runs::ProfileRuns &runs, QWidget *window);

private:
    void follow(const QString &profileId);
    void show(const Sign &sign);

    Runs::ProfileRuns &m_runs;
    QWidget *m_window;
    const QString m_title; // while nothing runs
    QStringList m_open; // profile IDs, in the order they were started
    Sign m_shown;
};

} // namespace Ui
