#include "sandbox/sheet/sheetwriter.h"

#include "sandbox/sheet/cellinput.h"
#include "sandbox/sheet/storedspreadsheet.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

bool isIn(const std::vector<Sheet::Rectangle> &areas, const Sheet::Address &at)
{
    return std::ranges::any_of(areas, [&at](const Sheet::Rectangle &area) {
        return area.contains(Sheet::Rectangle{at.row, at.column, 1, 1});
    });
}

} // namespace

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
    const Sheet::Rectangle max =
        quirks.grow ? Sheet::Rectangle{0, 0, Sheet::maxRows, Sheet::maxColumns} : sheet.whole();
    if (!max.contains(block))
        return refuse(400, u"The sheet has %1 rows and %2 columns"_s.arg(max.rows).arg(max.columns), u"range"_s);
    return {};
}

Accepted<void> checkWrite(const StoredSpreadsheet &spreadsheet, const Worksheet &sheet, const Sheet::Rectangle &block,
                          const Sheet::Grid &values, const Quirks &quirks)
{
    if (values.rows() > block.rows || values.columns() > block.columns)
        return refuse(400, u"The values must not be larger than the range"_s, u"values"_s);
    if (auto reach = checkReach(sheet, block, quirks); !reach)
        return reach;
    if (quirks.lockedCells == Quirks::LockedCells::Refuse && changes(sheet.locked(), block, values))
        return refuseLocked();
    if (!quirks.linksAreFree && changes(sheet.linked(), block, values))
        return refuseLinked();
    qint64 filled = spreadsheet.filled() + values.rows() * qint64(values.columns());
    if (filled > Sheet::maxSpreadsheetCells) { // exact counting is only needed near the limit
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
            return refuse(400, u"A spreadsheet holds at most %1 cells"_s.arg(Sheet::maxSpreadsheetCells), u"values"_s);
    }
    return {};
}

void writeValues(Worksheet &sheet, const Sheet::Rectangle &block, const Sheet::Grid &values, const Quirks &quirks,
                 std::optional<int> rows)
{
    CellInput input(quirks);
    const bool passesOver = quirks.lockedCells == Quirks::LockedCells::Skip;
    const std::vector<Sheet::Rectangle> locked = passesOver ? sheet.locked() : std::vector<Sheet::Rectangle>();
    const int written = rows.value_or(block.rows);
    for (int row = 0; row < written; ++row) {
        if (row < values.rows())
            sheet.cells.reserve(block.row + row, block.column + values.columns());
        for (int column = 0; column < block.columns; ++column) {
            const Sheet::Address at{block.row + row, block.column + column};
            const Sheet::Cell value = values.at(row, column); // Empty where the values do not cover the block
            if (!isIn(locked, at))
                writeValue(sheet, at, value, input);
        }
    }
    sheet.rows = std::max(sheet.rows, block.lastRow() + 1);
    sheet.columns = std::max(sheet.columns, block.lastColumn() + 1);
}

void writeValue(Worksheet &sheet, const Sheet::Address &at, Sheet::Cell value, CellInput &input)
{
    if (value.kind == Sheet::CellKind::Keep)
        return;
    const bool isText = value.kind == Sheet::CellKind::Text
        && sheet.formats.isText(sheet.formats.numberAt(sheet.cells, at.row, at.column));
    const Sheet::Cell stored = input.stored(value, isText);
    sheet.cells.set(at.row, at.column, stored, input.tookDate());
}

bool isLocked(const Worksheet &sheet, const Sheet::Rectangle &block)
{
    return std::ranges::any_of(sheet.locked(),
                               [&block](const Sheet::Rectangle &area) { return area.intersects(block); });
}

bool changes(const std::vector<Sheet::Rectangle> &areas, const Sheet::Rectangle &block, const Sheet::Grid &values)
{
    return std::ranges::any_of(areas, [&](const Sheet::Rectangle &area) {
        const Sheet::Rectangle both = area.intersected(block);
        for (int row = both.row; row <= both.lastRow(); ++row) {
            for (int column = both.column; column <= both.lastColumn(); ++column) {
                if (values.at(row - block.row, column - block.column).kind != Sheet::CellKind::Keep)
                    return true;
            }
        }
        return false;
    });
}

Core::Unexpected<Refusal> refuseLocked()
{
    return refuse(403, u"Attempted to modify locked cells"_s, u"range"_s);
}

Core::Unexpected<Refusal> refuseLinked()
{
    return refuse(400, u"Attempted to modify cells with a link"_s, u"range"_s);
}

} // namespace Sandbox
