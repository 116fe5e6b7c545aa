#pragma once

class QAction;
class QLineEdit;

namespace Ui {

// Adds a button to a masked field that reveals its text while checked.
QAction *addRevealAction(QLineEdit *field);

} // namespace Ui
