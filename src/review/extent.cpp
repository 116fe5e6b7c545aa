#include "review/extent.h"

#include <algorithm>

namespace Review {

Extent::Extent(const Writeback::Comparison &comparison)
{
    const Sheet::Rectangle region = comparison.region.bounded();
    rows = std::min(region.rows, std::max(comparison.existing.rows(), comparison.desired.rows()));
    columns = std::min(region.columns, std::max(comparison.existing.columns(), comparison.desired.columns()));
}

QString columnName(const Writeback::Comparison &comparison, int column)
{
    return column < comparison.columns.size() ? comparison.columns[column]
                                              : Sheet::columnName(comparison.anchor.column + column);
}

} // namespace Review
