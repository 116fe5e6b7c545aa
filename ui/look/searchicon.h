#pragma once

class QLineEdit;

namespace Ui {

// Marks a field that searches. A press of the icon goes to the field.
void addSearchIcon(QLineEdit *field);

} // namespace Ui
