#pragma once

#include <QList>
#include <QWidget>

class QAbstractButton;

namespace Ui {

// The numbered steps of a wizard below each other. Those that were reached can be visited again by a press; those done
// show a check.
class StepList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepList)

public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QStringList &names);
    void setCurrent(int step); // from 0
    void setReached(int step); // the last one that can be visited
    [[nodiscard]] int current() const { return m_current; }

Q_SIGNALS:
    void chosen(int step);

private:
    void showState();

    QList<QAbstractButton *> m_steps;
    int m_current = 0;
    int m_reached = 0;
};

} // namespace Ui
