#include "sandbox/sheetwriter.h"

#include "sandbox/cellinput.h"
#include "sandbox/worksheet.h"

#include <algorithm>

namespace Sandbox {

Sheet::Rectangle blockOf(const Sheet::Region &region, const Worksheet &sheet)
{
    const Sheet::Address anchor = region.anchor();
    const Sheet::Rectangle extent = sheet.cells.extent();
    const int lastRow = region.lastRow().value_or(std::max(extent.lastRow(), anchor.row));
    const int lastColumn = region.lastColumn().value_or(std::max(extent.lastColumn(), anchor.column));
    return {anchor.row, anchor.column, lastRow - anchor.row + 1, lastColumn - anchor.column + 1};
}

Accepted<void> checkReach(const Worksheet &sheet, const Sheet::Rectangle &block, const Quirks &quirks)
{
    const Sheet::Rectangle extent = sheet.cells.extent();
    const int rows = quirks.grow ? Sheet::maxRows : std::max(sheet.rows, extent.rows);
    const int columns = quirks.grow ? Sheet::maxColumns : std::max(sheet.columns, extent.columns);
    if (!Sheet::Rectangle{0, 0, rows, columns}.contains(block))
        return refuse(400, QStringLiteral("The sheet has %1 rows and %2 columns").arg(rows).arg(columns),
                      QStringLiteral("range"));
    return {};
}

Accepted<void> checkWrite(const Spreadsheet &spreadsheet, const Worksheet &sheet, const Sheet::Rectangle &block,
                          const Sheet::Grid &values, const Quirks &quirks)
{
    if (values.rows() > block.rows || values.columns() > block.columns)
        return refuse(400, QStringLiteral("The values must not be larger than the range"), QStringLiteral("values"));
    if (const auto reach = checkReach(sheet, block, quirks); !reach)
        return reach;
    qint64 filled = spreadsheet.filled() + values.rows() * qint64(values.columns());
    if (filled > Sheet::maxSpreadsheetCells) { // near the limit it is worth counting
        filled = spreadsheet.filled() - sheet.cells.filledIn(block);
        for (int row = 0; row < values.rows(); ++row) {
            for (int column = 0; column < values.columns(); ++column) {
                const Sheet::Cell cell = values.at(row, column);
                const bool stays = cell.kind == Sheet::CellKind::Keep;
                const Sheet::Cell after = stays ? sheet.cells.at(block.row + row, block.column + column) : cell;
                filled += after.isBlank() ? 0 : 1;
            }
        }
        if (filled > Sheet::maxSpreadsheetCells)
            return refuse(400, QStringLiteral("A spreadsheet holds at most 2000000 cells"), QStringLiteral("values"));
    }
    return {};
}

void writeValues(Worksheet &sheet, const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks,
                 std::optional<int> rows)
{
    CellInput input(quirks);
    const int written = rows.value_or(block.rows);
    for (int row = 0; row < written; ++row) {
        if (row < values.rows())
            sheet.cells.reserve(block.row + row, block.column + values.columns());
        for (int column = 0; column < block.columns; ++column) {
            const Sheet::Address at{block.row + row, block.column + column};
            const Sheet::Cell value = values.at(row, column); // Empty where the block is not covered
            if (value.kind == Sheet::CellKind::Keep)
                continue;
            const bool isText = value.kind == Sheet::CellKind::Text
                && sheet.formats.isText(sheet.formats.numberAt(sheet.cells, at.row, at.column));
            sheet.cells.set(at.row, at.column, input.stored(value, isText));
        }
    }
}

bool isLocked(const Worksheet &sheet, const Sheet::Rectangle &block)
{
    return !sheet.lock.isEmpty() || (sheet.dataset && sheet.dataset->intersects(block));
}

} // namespace Sandbox
