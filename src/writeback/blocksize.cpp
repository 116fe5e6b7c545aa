#include "writeback/blocksize.h"

#include <algorithm>

namespace Writeback {

namespace {

constexpr qint64 minCells = 1'000;
constexpr qint64 maxCells = 800'000;
constexpr std::chrono::seconds quick{5};
constexpr std::chrono::seconds slow{12};

} // namespace

void BlockSize::blockTook(std::chrono::milliseconds time)
{
    if (time < quick)
        m_cells = std::min(m_cells * 2, maxCells);
    else if (time > slow)
        m_cells = std::max(m_cells / 2, minCells);
}

void BlockSize::blockFailed()
{
    m_cells = std::max(m_cells / 4, minCells);
}

} // namespace Writeback
