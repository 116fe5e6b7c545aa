#include "sheet/placedcells.h"

#include <algorithm>
#include <utility>

namespace Sheet {

namespace {

bool isBefore(const Address &one, const Address &other)
{
    return std::pair(one.row, one.column) < std::pair(other.row, other.column);
}

} // namespace

PlacedCells PlacedCells::copy() const
{
    PlacedCells copy;
    copy.m_places = m_places;
    copy.m_cells = m_cells.copy();
    return copy;
}

void PlacedCells::add(const Address &place, const Cell &cell)
{
    Q_ASSERT(m_places.empty() || isBefore(m_places.back(), place));
    m_cells.set(int(m_places.size()), 0, cell);
    m_places.push_back(place);
}

std::optional<Cell> PlacedCells::at(const Address &place) const
{
    const auto found = std::lower_bound(m_places.begin(), m_places.end(), place, isBefore);
    if (found == m_places.end() || *found != place)
        return {};
    return m_cells.at(int(found - m_places.begin()), 0);
}

qint64 PlacedCells::bytes() const
{
    return qint64(m_places.capacity() * sizeof(Address)) + m_cells.bytes();
}

} // namespace Sheet
