#pragma once

#include "sheet/diff.h"
#include "sheet/rectangle.h"

#include <vector>

namespace Writeback {

// The changes of one request, in the coordinates of the grids.
struct Block
{
    enum class Kind {
        Values, // a rectangle of values, with null for unchanged cells
        Clear, // a rectangle outside the desired grid, cleared as a whole
        Cells, // single cells too far apart for a rectangle
    };

    Kind kind = Kind::Values;
    Sheet::Rectangle area; // for Cells: their bounding rectangle
    std::vector<Sheet::Span> spans; // for Cells only

    friend bool operator==(const Block &, const Block &) = default;
};

// Groups the changes into as few requests as possible, only within the region:
//   changes close together become rectangles, scattered ones lists of cells;
//   the lowest rows come first, so that a sheet that cannot grow rejects them while it is still unchanged;
//   the stale tail (cells beyond the desired grid) is cleared last.
[[nodiscard]] std::vector<Block> planWrites(const Sheet::Diff &diff, int desiredRows, int desiredColumns);

// True if a write has to change the cell's value.
[[nodiscard]] bool isToBeWritten(const Sheet::Cell &existing, const Sheet::Cell &desired);

// How many cells of a block still have to be written.
[[nodiscard]] qint64 cellsToWrite(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block);
[[nodiscard]] bool holds(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block);

} // namespace Writeback
