#include "words/regiontext.h"

#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

QString regionText(const Sheet::Region &region)
{
    const Sheet::Address from = region.anchor();
    const QString anchor = Sheet::toA1(from);
    const QString text = region.toString();
    if (text == ":"_L1)
        return Spoken::tr("The whole sheet, from A1.");
    if (region.isClosed()) {
        const Sheet::Rectangle area = region.bounded();
        if (area.cells() == 1)
            return Spoken::tr("Only the cell %1.").arg(anchor);
        return Spoken::tr("Exactly %1 × %2 cells (rows × columns) from %3. Larger data is refused.")
            .arg(number(area.rows), number(area.columns), anchor);
    }
    const bool isWhole = !text.startsWith(anchor);
    const QString firstColumn = Sheet::columnName(from.column);
    if (region.lastColumn()) {
        const QString lastColumn = Sheet::columnName(*region.lastColumn());
        if (isWhole)
            return firstColumn == lastColumn ? Spoken::tr("The whole column %1.").arg(firstColumn)
                                             : Spoken::tr("The whole columns %1 to %2.").arg(firstColumn, lastColumn);
        return Spoken::tr("Columns %1 to %2, from row %3 down.").arg(firstColumn, lastColumn).arg(from.row + 1);
    }
    if (region.lastRow()) {
        if (isWhole)
            return from.row == *region.lastRow()
                ? Spoken::tr("The whole row %1.").arg(from.row + 1)
                : Spoken::tr("The whole rows %1 to %2.").arg(from.row + 1).arg(*region.lastRow() + 1);
        return Spoken::tr("Rows %1 to %2, from column %3 to the right.")
            .arg(from.row + 1)
            .arg(*region.lastRow() + 1)
            .arg(firstColumn);
    }
    return Spoken::tr("All cells from %1 down and to the right.").arg(anchor);
}

QString useRegionText(const Sheet::Region &region)
{
    const QString text = region.toString();
    return text == ":"_L1 ? Spoken::tr("Use the whole sheet") : Spoken::tr("Use %1").arg(text);
}

QString regionFaultText(const Sheet::RegionFault &fault)
{
    const QString reason = Spoken::tr(fault.reason.toUtf8().constData());
    return fault.limit.isEmpty() ? reason : reason.arg(fault.limit);
}

QString fitText(const Sheet::Fit &fit)
{
    switch (fit.kind) {
    case Sheet::Fit::Kind::Fills: return Spoken::tr("The data fills the region.");
    case Sheet::Fit::Kind::LeavesRest: return Spoken::tr("The data is smaller than the region.");
    case Sheet::Fit::Kind::Overflows: return Spoken::tr("The data is larger than the region.");
    }
    Q_UNREACHABLE();
}

QString restText(Sheet::UpdateMethod::Kind kind)
{
    switch (kind) {
    case Sheet::UpdateMethod::Kind::Replace: return Spoken::tr("Any other cells of the region are cleared.");
    case Sheet::UpdateMethod::Kind::Append: return Spoken::tr("Rows that the region already has are kept.");
    case Sheet::UpdateMethod::Kind::Upsert: return Spoken::tr("Other rows and columns of the region are kept.");
    case Sheet::UpdateMethod::Kind::Partition: return Spoken::tr("Rows of other partitions are kept.");
    }
    Q_UNREACHABLE();
}

QString alternativesText(const Sheet::Fit &fit)
{
    QStringList regions;
    for (const Sheet::Region &region : fit.alternatives)
        regions.append(region.toString());
    if (regions.isEmpty())
        return Spoken::tr("none; the data is larger than a sheet");
    const QString last = regions.takeLast();
    return regions.isEmpty() ? last : Spoken::tr("%1 or %2").arg(regions.join(u", "_s), last);
}

} // namespace Words
