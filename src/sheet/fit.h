#pragma once

#include "sheet/region.h"

#include <QList>

namespace Sheet {

// How a desired grid lies in the region.
struct Fit
{
    enum class Kind {
        Fills, // exactly
        LeavesRest, // smaller than the region
        Overflows, // larger than a closed region, or beyond the limits of a sheet: refused
    };

    Kind kind = Kind::Fills;
    Rectangle data; // where the data lands, also when it overflows
    QList<Region> alternatives; // on overflow: regions of the same anchor that would hold the data, the closest first;
                                // none when no sheet would

    friend bool operator==(const Fit &, const Fit &) = default;
};

// `rows` × `columns` of data, anchored at the region's top left. Of any size: data that no sheet holds overflows.
[[nodiscard]] Fit fit(const Region &region, int rows, int columns);

} // namespace Sheet
