#include "sandbox/workiva/cellpages.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

CellPage cellPage(const Sheet::Rectangle &block, const Sheet::Address &from, int maxCells)
{
    if (block.isEmpty() || !block.contains(Sheet::Rectangle{from.row, from.column, 1, 1}))
        return {};
    const int rowsLeft = block.lastRow() - from.row + 1;
    const int columnsLeft = block.lastColumn() - from.column + 1;
    if (from.column == block.column && block.columns <= maxCells) {
        const int rows = std::min(rowsLeft, maxCells / block.columns);
        CellPage page{{from.row, block.column, rows, block.columns}, std::nullopt};
        if (rows < rowsLeft)
            page.next = Sheet::Address{from.row + rows, block.column};
        return page;
    }
    const int columns = std::min(columnsLeft, maxCells);
    CellPage page{{from.row, from.column, 1, columns}, std::nullopt};
    if (columns < columnsLeft)
        page.next = Sheet::Address{from.row, from.column + columns};
    else if (rowsLeft > 1)
        page.next = Sheet::Address{from.row + 1, block.column};
    return page;
}

QString nextToken(const Sheet::Address &address)
{
    return u"%1-%2"_s.arg(address.row).arg(address.column);
}

std::optional<Sheet::Address> readNextToken(const QString &token)
{
    const QStringList parts = token.split(u'-');
    bool rowIsNumber = false;
    bool columnIsNumber = false;
    if (parts.size() != 2)
        return std::nullopt;
    const Sheet::Address address{parts[0].toInt(&rowIsNumber), parts[1].toInt(&columnIsNumber)};
    return rowIsNumber && columnIsNumber ? std::optional(address) : std::nullopt;
}

} // namespace Sandbox
