#pragma once

#include "sheet/placedcells.h"

namespace Writeback {

struct RunContext;

// What the last verified run of the region left in the edited cells, from the journal, as far as it is known; `now` is
// what they hold. A value is only what that run left if its fingerprint is of the value: it is not of cells that a
// person had kept, nor of those that cannot be told from others of their row. On the run's thread; reads up to some ten
// megabytes.
[[nodiscard]] Sheet::PlacedCells leftInEdited(const RunContext &run, const Sheet::Grid &now);

} // namespace Writeback
