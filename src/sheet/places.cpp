#include "sheet/places.h"

#include <algorithm>

namespace Sheet {

void Places::add(const Address &cell)
{
    ++m_count;
    if (m_run.row == cell.row && !m_run.isEmpty() && m_run.lastColumn() + 1 == cell.column) {
        ++m_run.columns;
        return;
    }
    close(m_ranges);
    m_run = {cell.row, cell.column, 1, 1};
}

std::vector<Rectangle> Places::ranges() const
{
    std::vector<Rectangle> all = m_ranges;
    close(all);
    return all;
}

void Places::close(std::vector<Rectangle> &ranges) const
{
    if (m_run.isEmpty())
        return;
    const auto above = std::ranges::find_if(ranges, [this](const Rectangle &one) {
        return one.column == m_run.column && one.columns == m_run.columns && one.lastRow() + 1 == m_run.row;
    });
    if (above != ranges.end())
        ++above->rows;
    else if (ranges.size() < maxRanges)
        ranges.push_back(m_run);
}

} // namespace Sheet
