#pragma once

#include "words/line.h"

class QWidget;

namespace Ui {

// Has a screen reader say a line, wherever the focus is. `place` shows that line; while it is hidden, nothing is said.
// Of lines that follow each other faster than they could be said, the last one is.
void announce(QWidget *place, const Words::Line &line);

} // namespace Ui
