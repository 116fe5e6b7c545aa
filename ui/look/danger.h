#pragma once

class QLabel;

namespace Ui {

// Shows a label's words in red and bold, as those of something that would be lost; or as usual again. The words say it
// by themselves, too.
void showDanger(QLabel *label, bool danger);

} // namespace Ui
