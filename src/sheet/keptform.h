#pragma once

#include "sheet/grid.h"

namespace Sheet {

// Converts a grid's values to the form that a sheet stores: line breaks in texts become LF, and numbers are rounded to
// exactDigits. A run can then read back what it sent.
void toKeptForm(Grid &grid);

} // namespace Sheet
