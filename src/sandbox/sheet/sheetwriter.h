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

// The rules for writing values. A write has two phases: it may be rejected at once, and its operation is applied,
// possibly later.

// The block of a region in a write: open sides end where the sheet's data does.
[[nodiscard]] Sheet::Rectangle blockOf(const Sheet::Region &region, const Worksheet &sheet);

// 400 if the values are larger than the block, if the block exceeds the limits of a sheet (or, without growing, the
// sheet), or if the spreadsheet would have too many cells; 403 and 400 if locked cells and links are rejected.
[[nodiscard]] Accepted<void> checkWrite(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet,
                                        const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks);
[[nodiscard]] Accepted<void> checkReach(const Worksheet &sheet, const Sheet::Rectangle &block, const Quirks &quirks);

// Writes the values from the block's top left; Keep leaves a cell as it is. Cells of the block that they do not cover
// are cleared, unless only `rows` of them are written. Locked cells are skipped if the quirks say so.
void writeValues(Worksheet &sheet, const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks,
                 std::optional<int> rows = std::nullopt);

// Writes one cell, by the same rules.
void writeValue(Worksheet &sheet, const Sheet::Address &at, Sheet::Cell value, CellInput &input);

// True if a lock or a linked dataset prevents changes in the block.
[[nodiscard]] bool isLocked(const Worksheet &sheet, const Sheet::Rectangle &block);

// True if writing the values would change cells in one of the areas; cells marked Keep do not count.
[[nodiscard]] bool changes(const std::vector<Sheet::Rectangle> &areas, const Sheet::Rectangle &block,
                           const Sheet::Grid &values);

[[nodiscard]] Core::Unexpected<Refusal> refuseLocked();
[[nodiscard]] Core::Unexpected<Refusal> refuseLinked();

} // namespace Sandbox
