#pragma once

#include "sheet/diff.h"
#include "sheet/rectangle.h"

#include <vector>

namespace Writeback {

// One request's worth of changes, in the coordinates of the grids.
struct Block
{
    enum class Kind {
        Values, // a rectangle of values, null for what stays
        Clear, // a rectangle outside of the desired grid: emptied as a whole
        Cells, // single cells that lie too far apart for a rectangle
    };

    Kind kind = Kind::Values;
    Sheet::Rectangle area; // of Cells: the smallest that holds them
    std::vector<Sheet::Span> spans; // of Cells alone

    friend bool operator==(const Block &, const Block &) = default;
};

// Groups what has to be written into the fewest requests, within the region only:
//   changes that lie close together become rectangles, scattered ones lists of cells;
//   what reaches furthest down comes first, so that a sheet that cannot grow refuses while it is still untouched;
//   the stale tail (cells beyond the desired grid) is cleared last.
[[nodiscard]] std::vector<Block> planWrites(const Sheet::Diff &diff, int desiredRows, int desiredColumns);

// True when a write has to give the cell another value.
[[nodiscard]] bool isToBeWritten(const Sheet::Cell &existing, const Sheet::Cell &desired);

// How many cells of a block are left to be written; true when there are none.
[[nodiscard]] qint64 cellsToWrite(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block);
[[nodiscard]] bool holds(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block);

} // namespace Writeback
