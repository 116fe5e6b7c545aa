#include "sheet/fit.h"

namespace Sheet {

namespace {

QList<Region> regionsThatHold(const Region &region, const Rectangle &data)
{
    QList<Region> regions;
    const auto offer = [&](const Region &candidate) {
        if (candidate != region && candidate.contains(data) && !regions.contains(candidate))
            regions.append(candidate);
    };
    if (data.lastRow() < maxRows && data.lastColumn() < maxColumns) {
        offer(Region(data));
        const QString from = toA1(data.topLeft()) + u':';
        for (const QString &end : {columnName(data.lastColumn()), QString::number(data.lastRow() + 1), QString()}) {
            if (const auto open = Region::parse(from + end))
                offer(*open);
        }
    }
    return regions;
}

} // namespace

Fit fit(const Region &region, int rows, int columns)
{
    const Rectangle inside = region.bounded();
    Fit fit;
    fit.data = {inside.row, inside.column, rows, columns};
    if (!region.contains(fit.data)) {
        fit.kind = Fit::Kind::Overflows;
        fit.alternatives = regionsThatHold(region, fit.data);
    } else if (fit.data != inside) {
        fit.kind = Fit::Kind::LeavesRest;
    }
    return fit;
}

} // namespace Sheet
