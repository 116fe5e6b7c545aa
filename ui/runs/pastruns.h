#pragma once

#include "history/runhistory.h"

#include <QDialog>

class QLabel;
class QTableWidget;

namespace Desktop {

// The past runs of one profile, the newest first: when, how each ended, how much was written and read back; and below
// the list, what went wrong with the chosen one.
class PastRuns final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastRuns)

public:
    PastRuns(const QString &profileName, const QList<History::RunRecord> &runs, QWidget *parent = nullptr);

private:
    enum Column { Started, Took, State, Range, Rows, Written, Verified, ColumnCount };

    void fill();
    void showChosen();

    QList<History::RunRecord> m_runs;
    QTableWidget *m_table;
    QLabel *m_what;
};

} // namespace Desktop
