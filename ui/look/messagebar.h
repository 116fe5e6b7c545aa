#pragma once

#include "words/line.h"

#include <QFrame>

class QAction;
class QToolButton;

namespace Ui {

class ToneLabel;

// A message about what has just happened, with an action to take and a button to close it. Takes no space without one.
// A screen reader announces it.
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Words::Line &line, QAction *action = nullptr); // without a text: hides it
    using QFrame::show;
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ToneLabel *m_label;
    QToolButton *m_act = nullptr; // while there is an action
    QToolButton *m_close;
};

} // namespace Ui
