#pragma once

#include "history/pastentry.h"
#include "history/runhistory.h"
#include "profiles/profilestore.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace Ui {

class ToneLabel;

// Past runs and the times of schedules without one, the newest first: time, state, number of cells written and
// compared; below the list, an explanation of what is selected, whose details can be copied. A run can be opened, and
// all of the list can be exported.
class PastRuns final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastRuns)

public:
    enum class Of { OneWriteback, All }; // All includes deleted writebacks, and runs without one

    // Shows the past of a writeback, or of all, above a window; or the error if the history cannot be read.
    static void showOf(const Profiles::Profile &profile, const History::RunHistory &history, QWidget *window);
    static void showAll(const History::RunHistory &history, const Profiles::ProfileStore &store, QWidget *window);

    PastRuns(const QString &title, const QList<History::PastEntry> &past, Of of, QWidget *parent = nullptr);

private:
    enum Column { Time, Writeback, Took, State, Target, Rows, Written, Compared, ColumnCount };

    void fill();
    [[nodiscard]] static QStringList textsOf(const History::PastEntry &entry);
    [[nodiscard]] const History::PastEntry *chosen() const;
    void showChosen();
    void copy() const;
    void openChosen();
    void chooseFile();
    void exportTo(const QString &path);

    QList<History::PastEntry> m_past;
    QTableWidget *m_table;
    ToneLabel *m_what;
    QPushButton *m_open;
    QPushButton *m_copy;
    QPushButton *m_export;
};

} // namespace Ui
