#include "writeback/existinggrid.h"

namespace Writeback {

void ExistingGrid::match(const Sheet::Address &place, Sheet::Cell desired)
{
    const Sheet::Cell found = m_grid.at(place.row, place.column);
    m_matches.push_back({place, found.kind, std::string(found.text)});
    m_grid.set(place.row, place.column, desired);
}

Sheet::Grid &ExistingGrid::forReading()
{
    for (; !m_matches.empty(); m_matches.pop_back()) {
        const Match &last = m_matches.back();
        m_grid.set(last.place.row, last.place.column, {last.kind, last.text});
    }
    return m_grid;
}

} // namespace Writeback
