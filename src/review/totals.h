#pragma once

#include "sheet/keydiff.h"
#include "sheet/totals.h"
#include "writeback/runreport.h"

namespace Review {

// The numbers of a column added up, before and after a write.
struct ColumnTotals
{
    QString column; // its name in the DataSet, or else the sheet's, such as "F"
    Sheet::ColumnTotal before;
    Sheet::ColumnTotal after;

    [[nodiscard]] std::optional<std::string> difference() const; // exactly; none if one of the sums is unknown
};

// Adds up rows of a comparison, which has to outlive it. Not thread-safe.
class RowTotals
{
public:
    // Of the first columns of the grids.
    RowTotals(const Writeback::Comparison &comparison, int columns);

    void add(const Sheet::RowPair &rows);
    [[nodiscard]] std::vector<ColumnTotals> totals() const; // of the columns with numbers, from left to right

private:
    const Writeback::Comparison &m_comparison;
    int m_columns;
    Sheet::Totals m_before;
    Sheet::Totals m_after;
};

// Of the columns with numbers before or after, from left to right, inside the region and without the column names.
// A formula is not a number, whatever its result is. Any thread.
[[nodiscard]] std::vector<ColumnTotals> totals(const Writeback::Comparison &comparison);

} // namespace Review
