#include "ui/forms/regiontext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegionText)
};

} // namespace

QString regionText(const Sheet::Region &region)
{
    const Sheet::Address from = region.anchor();
    const QString anchor = Sheet::toA1(from);
    const QString text = region.toString();
    if (text == ":"_L1)
        return Text::tr("The whole sheet, from A1.");
    if (region.isClosed()) {
        const Sheet::Rectangle area = region.bounded();
        if (area.cells() == 1)
            return Text::tr("The cell %1 alone.").arg(anchor);
        return Text::tr("Exactly %1 × %2 cells (rows × columns), from %3. Larger data is refused.")
            .arg(QLocale().toString(area.rows), QLocale().toString(area.columns), anchor);
    }
    const QString firstColumn = Sheet::columnName(from.column);
    if (region.lastColumn()) {
        const QString lastColumn = Sheet::columnName(*region.lastColumn());
        const bool whole = !text.startsWith(anchor);
        if (whole)
            return firstColumn == lastColumn ? Text::tr("The whole column %1.").arg(firstColumn)
                                             : Text::tr("The whole columns %1 to %2.").arg(firstColumn, lastColumn);
        return Text::tr("Columns %1 to %2, from row %3 down.").arg(firstColumn, lastColumn).arg(from.row + 1);
    }
    if (region.lastRow()) {
        const bool whole = !text.startsWith(anchor);
        if (whole)
            return from.row == *region.lastRow()
                ? Text::tr("The whole row %1.").arg(from.row + 1)
                : Text::tr("The whole rows %1 to %2.").arg(from.row + 1).arg(*region.lastRow() + 1);
        return Text::tr("Rows %1 to %2, from column %3 to the right.")
            .arg(from.row + 1)
            .arg(*region.lastRow() + 1)
            .arg(firstColumn);
    }
    return Text::tr("All cells below and to the right of %1.").arg(anchor);
}

} // namespace Desktop
