#pragma once

#include "writeback/runreport.h"

namespace Review {

// The part of the grids that is inside the region, from their (0, 0) on: data that overflows it is not written.
struct Extent
{
    explicit Extent(const Writeback::Comparison &comparison);

    int rows = 0;
    int columns = 0;
};

// Of a column of the grids: its name in the DataSet, or else the sheet's, such as "F".
[[nodiscard]] QString columnName(const Writeback::Comparison &comparison, int column);

} // namespace Review
