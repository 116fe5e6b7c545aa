#pragma once

#include "sheet/diff.h"
#include "sheet/rectangle.h"

#include <QByteArray>

#include <deque>
#include <optional>
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

// How many cells of a block are left to be written; true when there are none.
[[nodiscard]] qint64 cellsToWrite(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block);
[[nodiscard]] bool holds(const Sheet::Grid &existing, const Sheet::Grid &desired, const Block &block);

// Hands out a plan's blocks piece by piece, cut from the bottom of each to the number of cells and bytes that a request
// may have, with the request's body. The grids outlive it.
class BlockCutter
{
public:
    BlockCutter(std::vector<Block> plan, const Sheet::Grid &existing, const Sheet::Grid &desired,
                Sheet::Address anchor);

    struct Piece
    {
        Block block;
        qint64 changes = 0; // cells that it gives another value
        QByteArray body;
    };

    // Nothing when all is handed out.
    [[nodiscard]] std::optional<Piece> next(qint64 maxCells);

    void putBack(Block block); // comes next once more, cut anew

private:
    [[nodiscard]] Piece cutCells(Block &block, qint64 maxCells);
    [[nodiscard]] Piece cutRows(Block &block, qint64 maxCells);

    std::deque<Block> m_blocks;
    const Sheet::Grid &m_existing;
    const Sheet::Grid &m_desired;
    Sheet::Address m_anchor;
};

// The largest body that is sent: the service refuses 10,485,760 bytes.
inline constexpr qint64 maxBodyBytes = 9'500'000;

} // namespace Writeback
