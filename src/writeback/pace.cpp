#include "writeback/pace.h"

#include <algorithm>

namespace Writeback {

namespace {

constexpr qint64 fewest = 1'000;
constexpr qint64 most = 800'000;
constexpr std::chrono::seconds quick{5};
constexpr std::chrono::seconds slow{12};

} // namespace

void Pace::blockTook(std::chrono::milliseconds time)
{
    if (time < quick)
        m_cells = std::min(m_cells * 2, most);
    else if (time > slow)
        m_cells = std::max(m_cells / 2, fewest);
}

void Pace::blockFailed()
{
    m_cells = std::max(m_cells / 4, fewest);
}

} // namespace Writeback
