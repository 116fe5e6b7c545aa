#pragma once

#include "sheet/grid.h"

namespace Sheet {

// Brings a grid's values into the form that a sheet keeps: line breaks of a text become LF, numbers are rounded to the
// digits that every sheet holds (exactDigits). What a run sends then is what it can read back.
void toKeptForm(Grid &grid);

} // namespace Sheet
