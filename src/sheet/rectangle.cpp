#include "sheet/rectangle.h"

#include <algorithm>

namespace Sheet {

bool Rectangle::contains(const Rectangle &other) const
{
    return other.isEmpty()
        || (other.row >= row && other.column >= column && other.lastRow() <= lastRow()
            && other.lastColumn() <= lastColumn());
}

bool Rectangle::intersects(const Rectangle &other) const
{
    return !intersected(other).isEmpty();
}

Rectangle Rectangle::intersected(const Rectangle &other) const
{
    const int top = std::max(row, other.row);
    const int left = std::max(column, other.column);
    const Rectangle common{top, left, std::min(lastRow(), other.lastRow()) - top + 1,
                           std::min(lastColumn(), other.lastColumn()) - left + 1};
    return common.isEmpty() ? Rectangle{} : common;
}

Rectangle Rectangle::united(const Rectangle &other) const
{
    if (isEmpty())
        return other;
    if (other.isEmpty())
        return *this;
    const int top = std::min(row, other.row);
    const int left = std::min(column, other.column);
    return {top, left, std::max(lastRow(), other.lastRow()) - top + 1,
            std::max(lastColumn(), other.lastColumn()) - left + 1};
}

QString columnName(int column)
{
    QString name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(QChar(u'A' + (rest - 1) % 26));
    return name;
}

QString toA1(const Address &address)
{
    return columnName(address.column) + QString::number(address.row + 1);
}

QString toA1(const Rectangle &rectangle)
{
    if (rectangle.isEmpty())
        return {};
    QString first = toA1(rectangle.topLeft());
    if (rectangle.rows == 1 && rectangle.columns == 1)
        return first;
    return first + u':' + toA1(Address{rectangle.lastRow(), rectangle.lastColumn()});
}

QString inSheet(const QString &sheet, const QString &range)
{
    if (sheet.isEmpty())
        return range;
    return u'\'' + QString(sheet).replace(u'\'', QLatin1String("''")) + u'\'' + u'!' + range;
}

} // namespace Sheet
