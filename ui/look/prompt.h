#pragma once

#include <QMessageBox>

#include <functional>

namespace Ui {

struct Question
{
    QString title;
    QString text; // plain
    QString no; // which is proposed; empty: Cancel
    QString yes;
};

// Asks before what cannot be undone. `then` follows a yes, unless the window is gone. The box deletes itself.
QMessageBox *prompt(QWidget *window, const Question &question, const std::function<void()> &then);

} // namespace Ui
