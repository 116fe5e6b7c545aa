#pragma once

class QDialog;

namespace Ui {

// Opens a dialog of a window, and deletes it when it is closed. The window is then activated: a question closes with
// the dialog it belongs to, and some desktops then do not activate the right window.
void openDialog(QDialog *dialog);

} // namespace Ui
