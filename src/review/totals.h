#pragma once

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

// Of the columns with numbers before or after, from left to right, inside the region and without the column names.
// A formula is not a number, whatever its result is. Any thread.
[[nodiscard]] std::vector<ColumnTotals> totals(const Writeback::Comparison &comparison);

} // namespace Review
