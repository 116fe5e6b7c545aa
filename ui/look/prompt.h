#pragma once

#include <QMessageBox>

#include <functional>

namespace Ui {

struct Question
{
    QString title;
    QString text; // plain text
    QString no; // the default button; empty: Cancel
    QString yes;
};

// Asks before something that cannot be undone. `then` is called on Yes, unless the window has been destroyed. The box
// deletes itself.
QMessageBox *prompt(QWidget *window, const Question &question, const std::function<void()> &then);

} // namespace Ui
