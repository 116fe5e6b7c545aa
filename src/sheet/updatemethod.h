#pragma once

#include "sheet/grid.h"

namespace Sheet {

// How the source becomes the desired grid of the region.
enum class UpdateMethod { Replace };

// The grid that the region shall hold, at the region's anchor. Replace: the source as it is; what else the region holds is to
// be cleared, which diff() sees by the missing cells.
[[nodiscard]] Grid compose(UpdateMethod method, Grid source);

} // namespace Sheet
