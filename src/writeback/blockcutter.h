#pragma once

#include "writeback/writeplan.h"

#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

namespace Writeback {

// The largest body that is sent: the service refuses 10,485,760 bytes.
inline constexpr qint64 maxBodyBytes = 9'500'000;

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

} // namespace Writeback
