#pragma once

#include "writeback/writeplan.h"

#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

namespace Writeback {

// The largest body that is sent: the service rejects more than 10,485,760 bytes.
inline constexpr qint64 maxBodyBytes = 9'500'000;

// Cuts a plan's blocks into pieces, from the bottom of each up, that respect the maximum number of cells and bytes of a
// request, and builds each request's body. The grids must outlive it.
class BlockCutter
{
public:
    BlockCutter(std::vector<Block> plan, const Sheet::Grid &existing, const Sheet::Grid &desired,
                Sheet::Address anchor);

    struct Piece
    {
        Block block;
        qint64 changes = 0; // cells whose value changes
        QByteArray body;
    };

    // Nothing when no piece is left.
    [[nodiscard]] std::optional<Piece> next(qint64 maxCells);

    void putBack(Block block); // returned again next, cut anew

private:
    [[nodiscard]] Piece cutCells(Block &block, qint64 maxCells);
    [[nodiscard]] Piece cutRows(Block &block, qint64 maxCells);

    std::deque<Block> m_blocks;
    const Sheet::Grid &m_existing;
    const Sheet::Grid &m_desired;
    Sheet::Address m_anchor;
};

} // namespace Writeback
