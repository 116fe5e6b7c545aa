#pragma once

#include "core/result.h"

class QWidget;

namespace Ui {

// A box that says what went wrong, what to do next, and what to quote to support; stays until it is closed.
void tell(QWidget *window, const Core::Error &error);

} // namespace Ui
