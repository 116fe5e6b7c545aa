#pragma once

#include "writeback/stepprogress.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Ui {

class LineList;

// The steps of a run. If all went well they are one line, which can be unfolded.
class RunSteps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSteps)

public:
    explicit RunSteps(QWidget *parent = nullptr);

    // Those of a current run that have ended. Without any it takes no space.
    void showCurrent(const QList<Writeback::StepProgress> &steps);
    void show(const QList<Writeback::StepTime> &steps); // of a run that has ended

private:
    enum class Run { Current, Ended };
    void show(const QList<Writeback::StepProgress> &steps, Run run);
    void showList();

    QLabel *m_sum;
    QPushButton *m_fold;
    LineList *m_list;
    bool m_isWell = false; // the run has ended, and all its steps did so well
    bool m_isOpen = true;
};

} // namespace Ui
