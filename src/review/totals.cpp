#include "review/totals.h"

#include "review/extent.h"

namespace Review {

std::optional<std::string> ColumnTotals::difference() const
{
    return before.sum && after.sum ? Sheet::difference(*before.sum, *after.sum) : std::nullopt;
}

RowTotals::RowTotals(const Writeback::Comparison &comparison, int columns)
    : m_comparison(comparison), m_columns(columns), m_before(columns), m_after(columns)
{
}

void RowTotals::add(const Sheet::RowPair &rows)
{
    const Sheet::Grid::Row existing = m_comparison.existing.row(rows.existing);
    const Sheet::Grid::Row desired = m_comparison.desired.row(rows.desired);
    for (int column = 0; column < m_columns; ++column) {
        m_before.add(column, existing[column]);
        const bool isKept = desired[column].kind == Sheet::CellKind::Keep;
        m_after.add(column, isKept ? existing[column] : desired[column]);
    }
}

std::vector<ColumnTotals> RowTotals::totals() const
{
    const std::vector<Sheet::ColumnTotal> had = m_before.columns();
    const std::vector<Sheet::ColumnTotal> wanted = m_after.columns();
    std::vector<ColumnTotals> totals;
    for (size_t i = 0; i < had.size(); ++i) {
        if (had[i].numbers > 0 || wanted[i].numbers > 0)
            totals.push_back({columnName(m_comparison, int(i)), had[i], wanted[i]});
    }
    return totals;
}

std::vector<ColumnTotals> totals(const Writeback::Comparison &comparison)
{
    const Extent extent(comparison);
    RowTotals totals(comparison, extent.columns);
    for (int row = comparison.headerRows; row < extent.rows; ++row)
        totals.add({row, row});
    return totals.totals();
}

} // namespace Review
