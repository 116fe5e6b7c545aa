#pragma once

#include "sheet/region.h"

#include <QList>

namespace Sheet {

// How a desired grid fits the region.
struct Fit
{
    enum class Kind {
        Fills, // exactly
        LeavesRest, // smaller than the region
        Overflows, // larger than a closed region, or beyond the limits of a sheet: refused
    };

    Kind kind = Kind::Fills;
    Rectangle data; // where the data would be, even if it overflows
    // On overflow: regions with the same anchor that would hold the data, the closest first; none if the data is larger
    // than a sheet.
    QList<Region> alternatives;

    friend bool operator==(const Fit &, const Fit &) = default;
};

// `rows` × `columns` of data, anchored at the region's top left. Data larger than a sheet overflows.
[[nodiscard]] Fit fit(const Region &region, int rows, int columns);

// The cells of a region that are compared: all of a closed one, unless it has more than a spreadsheet can; of an open
// one, those in the `rows` × `columns` with data in the sheet or the source.
[[nodiscard]] qint64 cellsToCompare(const Region &region, int rows, int columns);

} // namespace Sheet
