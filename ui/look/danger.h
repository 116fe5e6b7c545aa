#pragma once

class QLabel;

namespace Ui {

// Shows a label in red and bold as a warning of loss, or normally. Its text has to say so as well.
void showDanger(QLabel *label, bool danger);

} // namespace Ui
