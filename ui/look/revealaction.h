#pragma once

class QAction;
class QLineEdit;

namespace Ui {

// Gives a masked field a button that shows what is in it, while it is checked.
QAction *addRevealAction(QLineEdit *field);

} // namespace Ui
