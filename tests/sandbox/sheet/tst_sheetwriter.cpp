#include "sandbox/sheet/sheetwriter.h"

#include "sandbox/sheet/storedspreadsheet.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

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
        StoredSpreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add({}, {});
        QVERIFY(checkWrite(spreadsheet, sheet, {0, 0, 2, 2}, numbers(2, 2), {}));
        QCOMPARE(checkWrite(spreadsheet, sheet, {0, 0, 2, 2}, numbers(3, 2), {}).error().status, 400);
        QCOMPARE(checkWrite(spreadsheet, sheet, {0, 0, 2, 2}, numbers(2, 3), {}).error().status, 400);
    }

    void sheetThatDoesNotGrowRefusesWhatIsBeyond()
    {
        StoredSpreadsheet spreadsheet;
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
        StoredSpreadsheet spreadsheet;
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
                            {{u"valueFormat"_s, QJsonObject{{u"valueFormatType"_s, u"TEXT"_s}}}});
        Sheet::Grid grid(2);
        grid.appendRow(std::array{Cell::ofText("007"), Cell::ofText("007")});
        Sandbox::writeValues(sheet, {0, 0, 1, 2}, grid, {});
        QCOMPARE(sheet.cells.at(0, 0).kind, Sheet::CellKind::Text);
        QCOMPARE(sheet.cells.at(0, 1).kind, Sheet::CellKind::Number);
    }

    void writtenBlockMakesTheSheetLarger()
    {
        Worksheet sheet;
        Sandbox::writeValues(sheet, {1998, 28, 2, 1}, Sheet::Grid(), {});
        QCOMPARE(sheet.whole(), (Rectangle{0, 0, 2000, 29}));
    }

    void dateIsWrittenAsOne()
    {
        Worksheet sheet;
        Sheet::Grid grid(2);
        grid.appendRow(std::array{Cell::ofText("2026-01-31"), Cell::ofText("x")});
        Sandbox::writeValues(sheet, {0, 0, 1, 2}, grid, {});
        QVERIFY(sheet.cells.find(0, 0)->isDate);
        QVERIFY(!sheet.cells.find(0, 1)->isDate);
    }

    void onlyWhatIsNotKeptChangesCells()
    {
        Sheet::Grid grid(2);
        grid.appendRow(std::array{keep, Cell::ofText("x")});
        const Rectangle block{4, 4, 2, 2};
        QVERIFY(!changes({{4, 4, 1, 1}}, block, grid));
        QVERIFY(changes({{4, 5, 1, 1}}, block, grid));
        QVERIFY(changes({{5, 4, 1, 1}}, block, grid)); // not covered: it is cleared
        QVERIFY(!changes({{6, 4, 1, 1}, {0, 0, 4, 9}}, block, grid));
    }

    void lockedCellsAndLinksMayBeRefused()
    {
        StoredSpreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add({}, {});
        sheet.lockedCells = {{0, 0, 1, 1}};
        sheet.linkedCells = {{1, 0, 1, 1}};
        Quirks quirks;
        QVERIFY(checkWrite(spreadsheet, sheet, {0, 0, 2, 1}, numbers(2, 1), quirks));
        quirks.lockedCells = Quirks::LockedCells::Refuse;
        quirks.linksAreFree = false;
        QCOMPARE(checkWrite(spreadsheet, sheet, {0, 0, 1, 1}, numbers(1, 1), quirks).error().status, 403);
        QCOMPARE(checkWrite(spreadsheet, sheet, {1, 0, 1, 1}, numbers(1, 1), quirks).error().status, 400);
        QVERIFY(checkWrite(spreadsheet, sheet, {2, 0, 1, 1}, numbers(1, 1), quirks));
    }

    void lockedCellsMayBePassedOver()
    {
        Worksheet sheet;
        fill(sheet, {0, 0, 3, 2});
        sheet.dataset = Rectangle{0, 0, 1, 2};
        sheet.lockedCells = {{1, 1, 1, 1}};
        Quirks quirks;
        quirks.lockedCells = Quirks::LockedCells::Skip;
        Sandbox::writeValues(sheet, {0, 0, 3, 2}, numbers(3, 2), quirks);
        std::string texts;
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 2; ++column)
                texts += sheet.cells.at(row, column).text;
        }
        QCOMPARE(texts, std::string("117177"));
    }

    void locksAndLinkedDatasetsAreInTheWay()
    {
        Worksheet sheet;
        QVERIFY(!isLocked(sheet, {0, 0, 1, 1}));
        sheet.dataset = Rectangle{0, 0, 5, 5};
        QVERIFY(isLocked(sheet, {4, 4, 3, 3}));
        QVERIFY(!isLocked(sheet, {5, 0, 1, 1}));
        sheet.lockedCells = {{9, 9, 1, 1}};
        QVERIFY(isLocked(sheet, {8, 8, 2, 2}));
        sheet.lock = u"inputMode"_s;
        QVERIFY(isLocked(sheet, {5, 0, 1, 1}));
    }

    void inputModeLeavesInputCellsOpen()
    {
        Worksheet sheet;
        sheet.lock = u"inputMode"_s;
        sheet.inputCells = {{0, 0, 2, 2}};
        QVERIFY(!isLocked(sheet, {1, 1, 1, 1}));
        QVERIFY(isLocked(sheet, {1, 1, 2, 1}));
        sheet.lock = u"lock"_s;
        QVERIFY(isLocked(sheet, {1, 1, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(TestSheetWriter)
#include "tst_sheetwriter.moc"
