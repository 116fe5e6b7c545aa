#pragma once

#include "sandbox/quirks.h"
#include "sandbox/sheet/refusal.h"
#include "sheet/grid.h"
#include "sheet/region.h"

#include <optional>
#include <vector>

namespace Sandbox {

class CellInput;
struct StoredSpreadsheet;
struct Worksheet;

// The rules of writing values. A write has two moments: what is refused at once, and what happens when its operation is
// carried out, perhaps later.

// The block that a region means in a write: open sides end where the sheet's data does.
[[nodiscard]] Sheet::Rectangle blockOf(const Sheet::Region &region, const Worksheet &sheet);

// 400 when the values are larger than the block, the block is more than a sheet can be (or, without growing, than it
// is), or the spreadsheet would hold too many cells; where locked cells or links are refused, 403 and 400 for them.
[[nodiscard]] Accepted<void> checkWrite(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet,
                                        const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks);
[[nodiscard]] Accepted<void> checkReach(const Worksheet &sheet, const Sheet::Rectangle &block, const Quirks &quirks);

// Puts the values at the block's top left; Keep leaves a cell as it is. What of the block they do not cover is cleared,
// unless only `rows` of them are written. Locked cells are passed over where the quirks say so.
void writeValues(Worksheet &sheet, const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks,
                 std::optional<int> rows = std::nullopt);

// One cell, by the same rules.
void writeValue(Worksheet &sheet, const Sheet::Address &at, Sheet::Cell value, CellInput &input);

// True when a lock or a linked dataset is in the way of changing anything of the block.
[[nodiscard]] bool isLocked(const Worksheet &sheet, const Sheet::Rectangle &block);

// True when writing the values would change cells of one of the areas: what they keep does not count.
[[nodiscard]] bool changes(const std::vector<Sheet::Rectangle> &areas, const Sheet::Rectangle &block,
                           const Sheet::Grid &values);

[[nodiscard]] Core::Unexpected<Refusal> refuseLocked();
[[nodiscard]] Core::Unexpected<Refusal> refuseLinked();

} // namespace Sandbox
