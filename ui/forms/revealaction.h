#pragma once

class QLineEdit;

namespace Desktop {

// Gives a masked field a button that shows what is in it, for as long as it is pressed down.
void addRevealAction(QLineEdit *field);

} // namespace Desktop
