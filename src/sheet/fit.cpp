#include "sheet/fit.h"

#include <algorithm>

namespace Sheet {

namespace {

// The region in its own form with the limiting sides moved; then with those sides open.
QList<Region> regionsThatHold(const Region &region, const Rectangle &data)
{
    const Rectangle sheet = Region().bounded();
    if (!sheet.contains(data))
        return {};
    const bool tooLong = region.lastRow() && data.lastRow() > *region.lastRow();
    const bool tooWide = region.lastColumn() && data.lastColumn() > *region.lastColumn();
    const std::optional<int> lastRow = tooLong ? data.lastRow() : region.lastRow();
    const std::optional<int> lastColumn = tooWide ? data.lastColumn() : region.lastColumn();

    QList<Region> regions{Region(region.anchor(), lastRow, lastColumn)};
    if (tooLong)
        regions.append(Region(region.anchor(), {}, lastColumn));
    if (tooWide)
        regions.append(Region(region.anchor(), lastRow, {}));
    if (tooLong && tooWide)
        regions.append(Region(region.anchor(), {}, {}));
    return regions;
}

} // namespace

Fit fit(const Region &region, int rows, int columns)
{
    const Rectangle inside = region.bounded();
    Fit fit;
    fit.data = {inside.row, inside.column, rows, columns};
    if (!inside.contains(fit.data)) {
        fit.kind = Fit::Kind::Overflows;
        fit.alternatives = regionsThatHold(region, fit.data);
    } else if (fit.data != inside) {
        fit.kind = Fit::Kind::LeavesRest;
    }
    return fit;
}

qint64 cellsToCompare(const Region &region, int rows, int columns)
{
    const Rectangle inside = region.bounded();
    if (region.isClosed() && inside.cells() <= maxSpreadsheetCells)
        return inside.cells();
    return qint64(std::min(rows, inside.rows)) * std::min(columns, inside.columns);
}

} // namespace Sheet
