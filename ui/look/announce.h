#pragma once

#include "words/line.h"

class QWidget;

namespace Ui {

// Has a screen reader say a line at once, wherever the focus is. `place` shows that line; while it is hidden, nothing
// is said.
void announce(QWidget *place, const Words::Line &line);

} // namespace Ui
