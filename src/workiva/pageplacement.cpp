#include "workiva/pageplacement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workiva {

using Sheet::Address;
using Sheet::Rectangle;

PagePlacement::PagePlacement(Sheet::Region region, Origin origin)
    : m_region(std::move(region)), m_origin(origin), m_nextRow(m_region.anchor().row)
{
}

Core::Result<Rectangle> PagePlacement::place(int rows, int columns, const std::optional<Rectangle> &range)
{
    Address at{m_nextRow, m_region.anchor().column};
    const bool holdsBlock = range && range->rows >= rows && range->columns >= columns;
    if (holdsBlock) {
        const auto told = topLeft(rows, columns, *range);
        if (!told)
            return Core::propagate(told);
        at = *told;
    }
    const Rectangle area{at.row, at.column, rows, columns};
    if (!m_region.contains(area))
        return Core::fail(Core::ErrorKind::BadReply, {},
                          u"%1 lies outside of %2"_s.arg(Sheet::toA1(area), m_region.toString()));
    m_nextRow = std::max(m_nextRow, at.row + rows);
    m_last = area;
    if (holdsBlock && range->rows == rows)
        m_last.columns = range->columns;
    return area;
}

Core::Result<Address> PagePlacement::topLeft(int rows, int columns, const Rectangle &range)
{
    const Address anchor = m_region.anchor();
    const Address counted{m_nextRow, anchor.column};
    const Address inSheet = range.topLeft();
    const Address inRegion{anchor.row + inSheet.row, anchor.column + inSheet.column};
    const bool mayBeInSheet = m_origin != Origin::Region;
    const bool mayBeInRegion = m_origin != Origin::Sheet;

    if ((mayBeInSheet && inSheet == counted) || (mayBeInRegion && inRegion == counted)) {
        if (m_origin == Origin::Unknown)
            m_origin = inSheet == counted ? Origin::Sheet : Origin::Region;
        return counted;
    }
    const bool canBeInSheet = mayBeInSheet && isPossible(inSheet, rows, columns);
    const bool canBeInRegion = mayBeInRegion && isPossible(inRegion, rows, columns);
    if (canBeInSheet && canBeInRegion && inSheet != inRegion)
        return Core::fail(Core::ErrorKind::BadReply, {},
                          u"%1 may count from the sheet or from %2"_s.arg(Sheet::toA1(range), m_region.toString()),
                          UnclearPlace{});
    if (canBeInSheet)
        return inSheet;
    return canBeInRegion ? inRegion : counted;
}

bool PagePlacement::isPossible(const Address &at, int rows, int columns) const
{
    if (!m_region.contains(Rectangle{at.row, at.column, rows, std::max(columns, 1)}))
        return false;
    const bool isBeside = at.row == m_last.row && rows == m_last.rows && at.column == m_last.lastColumn() + 1;
    return at.row >= m_nextRow || (isBeside && !m_last.isEmpty());
}

} // namespace Workiva
