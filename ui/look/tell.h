#pragma once

#include "core/result.h"

class QWidget;

namespace Ui {

// A message box with what went wrong, what to do next, and what to quote to support.
void tell(QWidget *window, const Core::Error &error);

} // namespace Ui
