#pragma once

#include "sandbox/quirks.h"
#include "sandbox/refusal.h"
#include "sheet/grid.h"
#include "sheet/region.h"

#include <optional>

namespace Sandbox {

struct Spreadsheet;
struct Worksheet;

// The rules of writing values. A write has two moments: what is refused at once, and what happens when its operation is
// carried out, perhaps later.

// The block that a region means in a write: open sides end where the sheet's data does.
[[nodiscard]] Sheet::Rectangle blockOf(const Sheet::Region &region, const Worksheet &sheet);

// 400 when the values are larger than the block, the block is more than a sheet can be (or, without growing, than it
// is), or the spreadsheet would hold too many cells.
[[nodiscard]] Accepted<void> checkWrite(const Spreadsheet &spreadsheet, const Worksheet &sheet,
                                        const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks);
[[nodiscard]] Accepted<void> checkReach(const Worksheet &sheet, const Sheet::Rectangle &block, const Quirks &quirks);

// Puts the values at the block's top left; Keep leaves a cell as it is. What of the block they do not cover is cleared,
// unless only `rows` of them are written.
void writeValues(Worksheet &sheet, const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks,
                 std::optional<int> rows = std::nullopt);

// True when a lock or a linked dataset is in the way of changing the block.
[[nodiscard]] bool isLocked(const Worksheet &sheet, const Sheet::Rectangle &block);

} // namespace Sandbox
