#include "writeback/existinggrid.h"

#include <ranges>

namespace Writeback {

void ExistingGrid::match(const Sheet::Address &place, Sheet::Cell desired)
{
    const Sheet::Cell found = m_grid.at(place.row, place.column);
    m_matches.push_back({place, found.kind, std::string(found.text)});
    m_grid.set(place.row, place.column, desired);
}

Sheet::Grid &ExistingGrid::forReading()
{
    for (const Match &match : std::views::reverse(m_matches))
        m_grid.set(match.place.row, match.place.column, {match.kind, match.text});
    m_matches.clear();
    return m_grid;
}

} // namespace Writeback
