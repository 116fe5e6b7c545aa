#pragma once

#include "history/runhistory.h"
#include "profiles/profile.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace Ui {

class ToneLabel;

// Past runs, the newest first: time, end, number of cells written and compared; below the list, an explanation of the
// selected run, whose details can be copied; it can be opened. All of them can be exported.
class PastRuns final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastRuns)

public:
    enum class Of { OneWriteback, All }; // All includes deleted writebacks, and runs without one

    // Shows the runs of a writeback, or all, above a window; or the error if the history cannot be read.
    static void showOf(const Profiles::Profile &profile, const History::RunHistory &history, QWidget *window);
    static void showAll(const History::RunHistory &history, QWidget *window);

    PastRuns(const QString &title, const QList<History::RunRecord> &runs, Of of, QWidget *parent = nullptr);

private:
    enum Column { Started, Writeback, Took, State, Target, Rows, Written, Compared, ColumnCount };

    void fill();
    [[nodiscard]] static QStringList textsOf(const History::RunRecord &run);
    [[nodiscard]] const History::RunRecord *chosen() const;
    void showChosen();
    void copy() const;
    void openChosen();
    void chooseFile();
    void exportTo(const QString &path);

    QList<History::RunRecord> m_runs;
    QTableWidget *m_table;
    ToneLabel *m_what;
    QPushButton *m_open;
    QPushButton *m_copy;
    QPushButton *m_export;
};

} // namespace Ui
