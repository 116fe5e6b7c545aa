#pragma once

#include "sheet/celltyping.h"
#include "sheet/grid.h"

namespace Sandbox {

// The type of a column without a schema, based on all of its fields (row 0 is the header): LONG, DECIMAL or DOUBLE only
// if every non-null field is a number that survives unchanged (no leading zeros, no plus sign, at most
// Sheet::exactDigits significant digits); DATE for YYYY-MM-DD; DATETIME for YYYY-MM-DD, T or a space, HH:MM:SS;
// otherwise, and for a column of nulls, STRING.
[[nodiscard]] Sheet::ColumnType sampledType(const Sheet::Grid &table, int column);

} // namespace Sandbox
