#include "review/totals.h"

#include "review/extent.h"

namespace Review {

std::optional<std::string> ColumnTotals::difference() const
{
    return before.sum && after.sum ? Sheet::difference(*before.sum, *after.sum) : std::nullopt;
}

std::vector<ColumnTotals> totals(const Writeback::Comparison &comparison)
{
    const Extent extent(comparison);
    Sheet::Totals before(extent.columns);
    Sheet::Totals after(extent.columns);
    for (int row = comparison.headerRows; row < extent.rows; ++row) {
        const Sheet::Grid::Row existing = comparison.existing.row(row);
        const Sheet::Grid::Row desired = comparison.desired.row(row);
        for (int column = 0; column < extent.columns; ++column) {
            before.add(column, existing[column]);
            const bool isKept = desired[column].kind == Sheet::CellKind::Keep;
            after.add(column, isKept ? existing[column] : desired[column]);
        }
    }
    const std::vector<Sheet::ColumnTotal> had = before.columns();
    const std::vector<Sheet::ColumnTotal> wanted = after.columns();
    std::vector<ColumnTotals> totals;
    for (size_t i = 0; i < had.size(); ++i) {
        if (had[i].numbers > 0 || wanted[i].numbers > 0)
            totals.push_back({columnName(comparison, int(i)), had[i], wanted[i]});
    }
    return totals;
}

} // namespace Review
