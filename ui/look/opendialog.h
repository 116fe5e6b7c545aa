#pragma once

class QDialog;

namespace Ui {

// Opens a dialog of a window, which is deleted when it is closed. The window is active after it: with a dialog its
// question may go, and then some desktops do not know which window comes next.
void openDialog(QDialog *dialog);

} // namespace Ui
