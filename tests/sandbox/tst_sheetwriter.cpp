#include "sandbox/sheetwriter.h"

#include "sandbox/worksheet.h"

#include <QTest>

#include <array>

using namespace Sandbox;
using Sheet::Cell;
using Sheet::Rectangle;

namespace {

constexpr Cell keep{Sheet::CellKind::Keep, {}};

Sheet::Grid numbers(int rows, int columns)
{
    Sheet::Grid grid(columns);
    const std::vector<Cell> row(size_t(columns), Cell::ofNumber("7"));
    for (int i = 0; i < rows; ++i)
        grid.appendRow(row);
    return grid;
}

void fill(Worksheet &sheet, const Rectangle &area)
{
    for (int row = area.row; row <= area.lastRow(); ++row) {
        for (int column = area.column; column <= area.lastColumn(); ++column)
            sheet.cells.set(row, column, Cell::ofNumber("1"));
    }
}

Sheet::Region region(const char *text)
{
    return Sheet::Region::parse(QLatin1String(text)).value();
}

} // namespace

class TestSheetWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openSidesEndWithTheData()
    {
        Worksheet sheet;
        fill(sheet, {0, 0, 10, 4});
        QCOMPARE(blockOf(region("B3:"), sheet), (Rectangle{2, 1, 8, 3}));
        QCOMPARE(blockOf(region("A:A"), sheet), (Rectangle{0, 0, 10, 1}));
        QCOMPARE(blockOf(region("A2:D8"), sheet), (Rectangle{1, 0, 7, 4}));
        QCOMPARE(blockOf(region("Z99:"), sheet), (Rectangle{98, 25, 1, 1}));
    }

    void largerValuesAreRefused()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add({}, {});
        QVERIFY(checkWrite(spreadsheet, sheet, {0, 0, 2, 2}, numbers(2, 2), {}));
        QCOMPARE(checkWrite(spreadsheet, sheet, {0, 0, 2, 2}, numbers(3, 2), {}).error().status, 400);
        QCOMPARE(checkWrite(spreadsheet, sheet, {0, 0, 2, 2}, numbers(2, 3), {}).error().status, 400);
    }

    void sheetThatDoesNotGrowRefusesWhatIsBeyond()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add({}, {});
        Quirks quirks;
        QVERIFY(checkWrite(spreadsheet, sheet, {1000, 26, 1, 1}, numbers(1, 1), quirks));
        quirks.grow = false;
        QVERIFY(checkWrite(spreadsheet, sheet, {999, 25, 1, 1}, numbers(1, 1), quirks));
        QCOMPARE(checkWrite(spreadsheet, sheet, {1000, 0, 1, 1}, numbers(1, 1), quirks).error().status, 400);
        QCOMPARE(checkWrite(spreadsheet, sheet, {0, 26, 1, 1}, numbers(1, 1), quirks).error().status, 400);
    }

    void spreadsheetHoldsTwoMillionCells()
    {
        Spreadsheet spreadsheet;
        Worksheet &full = spreadsheet.add({}, {});
        fill(full, {0, 0, 1000, 1999});
        Worksheet &sheet = spreadsheet.add({}, {});
        QVERIFY(checkWrite(spreadsheet, sheet, {0, 0, 1000, 1}, numbers(1000, 1), {}));
        QCOMPARE(checkWrite(spreadsheet, sheet, {0, 0, 1001, 1}, numbers(1001, 1), {}).error().status, 400);
        QVERIFY(checkWrite(spreadsheet, full, {0, 0, 1000, 2000}, numbers(1000, 2000), {}));
    }

    void uncoveredCellsOfTheBlockAreCleared()
    {
        Worksheet sheet;
        fill(sheet, {0, 0, 4, 4});
        Sandbox::writeValues(sheet, {0, 0, 3, 3}, numbers(1, 2), {});
        QCOMPARE(sheet.cells.filled(), 16 - 9 + 2);
        QCOMPARE(sheet.cells.at(3, 3).text, std::string_view("1"));
        Sandbox::writeValues(sheet, {0, 0, 4, 4}, Sheet::Grid(), {});
        QCOMPARE(sheet.cells.filled(), 0);
    }

    void nullLeavesAndEmptyClears()
    {
        Worksheet sheet;
        fill(sheet, {0, 0, 1, 3});
        Sheet::Grid grid(3);
        grid.appendRow(std::array{keep, Cell{}, Cell::ofText("x")});
        Sandbox::writeValues(sheet, {0, 0, 1, 3}, grid, {});
        QCOMPARE(sheet.cells.at(0, 0).text, std::string_view("1"));
        QCOMPARE(sheet.cells.at(0, 1).kind, Sheet::CellKind::Empty);
        QCOMPARE(sheet.cells.at(0, 2).text, std::string_view("x"));
    }

    void onlyTheFirstRowsAreWrittenWhenAskedTo()
    {
        Worksheet sheet;
        Sandbox::writeValues(sheet, {0, 0, 4, 1}, numbers(4, 1), {}, 2);
        QCOMPARE(sheet.cells.extent(), (Rectangle{0, 0, 2, 1}));
    }

    void textFormatDecidesCellByCell()
    {
        Worksheet sheet;
        sheet.formats.apply(sheet.cells, {0, 0, 1, 1},
                            {{QStringLiteral("valueFormat"),
                              QJsonObject{{QStringLiteral("valueFormatType"), QStringLiteral("TEXT")}}}});
        Sheet::Grid grid(2);
        grid.appendRow(std::array{Cell::ofText("007"), Cell::ofText("007")});
        Sandbox::writeValues(sheet, {0, 0, 1, 2}, grid, {});
        QCOMPARE(sheet.cells.at(0, 0).kind, Sheet::CellKind::Text);
        QCOMPARE(sheet.cells.at(0, 1).kind, Sheet::CellKind::Number);
    }

    void locksAndLinkedDatasetsAreInTheWay()
    {
        Worksheet sheet;
        QVERIFY(!isLocked(sheet, {0, 0, 1, 1}));
        sheet.dataset = Rectangle{0, 0, 5, 5};
        QVERIFY(isLocked(sheet, {4, 4, 3, 3}));
        QVERIFY(!isLocked(sheet, {5, 0, 1, 1}));
        sheet.lock = QStringLiteral("inputMode");
        QVERIFY(isLocked(sheet, {5, 0, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(TestSheetWriter)
#include "tst_sheetwriter.moc"
