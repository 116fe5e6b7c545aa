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

    void show(const QList<Writeback::StepProgress> &steps, bool waits = false); // none: takes no space
    void show(const QList<Writeback::StepTime> &steps); // of a run that has ended

private:
    void showList();

    QLabel *m_sum;
    QPushButton *m_fold;
    LineList *m_list;
    bool m_isWell = false; // all steps have ended well
    bool m_isOpen = true;
};

} // namespace Ui
