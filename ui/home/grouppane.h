#pragma once

#include "words/line.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Ui {

class Chip;
class FlowLayout;
class WrapLabel;

// A group beside the list, while its heading is the current row: how many writebacks it has, and their states.
class GroupPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupPane)

public:
    struct Group
    {
        QString name;
        QString count; // "6 writebacks"
        QList<Words::Line> states;
        bool canRun = false;
    };

    explicit GroupPane(QWidget *parent = nullptr);

    void show(const Group &group);
    using QWidget::show;

Q_SIGNALS:
    void runWanted(); // of all its writebacks

private:
    WrapLabel *m_title;
    QLabel *m_count;
    QPushButton *m_run;
    FlowLayout *m_flow;
    QList<Chip *> m_states; // as many as a group has had
};

} // namespace Ui
