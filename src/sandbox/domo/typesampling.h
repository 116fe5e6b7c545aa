#pragma once

#include "sheet/celltyping.h"
#include "sheet/grid.h"

namespace Sandbox {

// The type of a column without a schema, from all of its fields (row 0 is the header): LONG, DECIMAL or DOUBLE only
// where every field that is not null is a number that survives unchanged (no leading zeros, no plus, at most 15
// significant digits); DATE for YYYY-MM-DD; DATETIME for YYYY-MM-DD, T or a space, HH:MM:SS; everything else, and a
// column of nulls, STRING.
[[nodiscard]] Sheet::ColumnType sampledType(const Sheet::Grid &table, int column);

} // namespace Sandbox
