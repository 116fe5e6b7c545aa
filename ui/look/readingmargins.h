#pragma once

class QMargins;
class QWidget;

namespace Ui {

// Sets the margins of a widget's layout as they are in a language read from left to right; they are mirrored in one
// read from right to left, also when the direction changes. For room at the leading side, where something is painted.
void setReadingMargins(QWidget *widget, const QMargins &margins);

} // namespace Ui
