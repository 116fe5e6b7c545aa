#include "sandbox/sheet/cells.h"

#include <QTest>

using namespace Sandbox;
using Sheet::Cell;
using Sheet::Rectangle;

class TestCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverSetIsEmpty()
    {
        const Cells cells;
        QCOMPARE(cells.at(5, 5).kind, Sheet::CellKind::Empty);
        QVERIFY(!cells.find(5, 5));
        QVERIFY(cells.extent().isEmpty());
    }

    void extentReachesFromA1ToTheLastValues()
    {
        Cells cells;
        cells.set(4, 1, Cell::ofText("x"));
        cells.set(2, 6, Cell::ofNumber("1"));
        QCOMPARE(cells.extent(), (Rectangle{0, 0, 5, 7}));
        cells.set(4, 1, {});
        QCOMPARE(cells.extent(), (Rectangle{0, 0, 3, 7}));
    }

    void filledCountsValuesOnly()
    {
        Cells cells;
        cells.set(0, 0, Cell::ofText("x"));
        cells.set(0, 0, Cell::ofText("y"));
        cells.set(3, 3, Cell::ofNumber("1"));
        cells.setFormat(9, 9, 2);
        QCOMPARE(cells.filled(), 2);
        QCOMPARE(cells.filledIn({0, 0, 2, 2}), 1);
        cells.set(0, 0, {});
        QCOMPARE(cells.filled(), 1);
    }

    void areaIsBlankWithoutValues()
    {
        Cells cells;
        QVERIFY(cells.isBlank({0, 0, Sheet::maxRows, Sheet::maxColumns}));
        cells.set(2, 3, Cell::ofText("x"));
        cells.setFormat(5, 5, 1);
        QVERIFY(!cells.isBlank({0, 0, 9, 9}));
        QVERIFY(!cells.isBlank({2, 3, 1, 1}));
        QVERIFY(cells.isBlank({2, 4, 9, 9}));
        QVERIFY(cells.isBlank({0, 0, 2, 9}));
        QVERIFY(cells.isBlank({}));
    }

    void dateIsOneUntilItsCellIsWritten()
    {
        Cells cells;
        cells.set(0, 0, Cell::ofText("2026-01-31"), true);
        cells.insertRows(0, 1);
        QVERIFY(cells.find(1, 0)->isDate);
        cells.set(1, 0, Cell::ofText("2026-01-31"));
        QVERIFY(!cells.find(1, 0)->isDate);
    }

    void copyStaysAsItWas_data()
    {
        QTest::addColumn<int>("change");
        int change = 0;
        for (const char *name : {"value", "format", "rich", "rows", "columns", "fewer rows", "fewer columns"})
            QTest::newRow(name) << change++;
    }
    void copyStaysAsItWas()
    {
        QFETCH(int, change);
        Cells cells;
        for (int row = 0; row < 3; ++row)
            cells.set(row, 0, Cell::ofNumber(std::to_string(row)));
        const Cells copy = cells;
        switch (change) {
        case 0: cells.set(1, 0, Cell::ofText("x")); break;
        case 1: cells.setFormat(1, 0, 5); break;
        case 2: cells.setRich(1, 0); break;
        case 3: cells.insertRows(0, 1); break;
        case 4: cells.insertColumns(0, 1); break;
        case 5: cells.deleteRows(0, 1); break;
        default: cells.deleteColumns(0, 0); break;
        }
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(copy.at(row, 0).text, std::string_view(std::to_string(row)));
            QCOMPARE(copy.find(row, 0)->format, 0);
            QVERIFY(!copy.find(row, 0)->isRich);
        }
        QCOMPARE(copy.filled(), 3);
        QCOMPARE(copy.extent(), (Rectangle{0, 0, 3, 1}));
    }

    void onlyWhatChangesIsDivided()
    {
        Cells cells;
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 4; ++column)
                cells.set(row, column, Cell::ofNumber("1"));
        }
        QCOMPARE(cells.divided(), 0);
        const Cells copy = cells;
        cells.set(1, 0, Cell::ofNumber("2"));
        cells.set(1, 1, Cell::ofNumber("2"));
        QCOMPARE(cells.divided(), 4);
        QCOMPARE(copy.divided(), 0);
    }

    void otherValueIsNotRich()
    {
        Cells cells;
        cells.set(0, 0, Cell::ofText("x"));
        cells.setRich(0, 0);
        QVERIFY(cells.find(0, 0)->isRich);
        cells.set(0, 0, Cell::ofText("x"));
        QVERIFY(!cells.find(0, 0)->isRich);
    }

    void insertedRowsPushDown()
    {
        Cells cells;
        cells.set(0, 0, Cell::ofText("a"));
        cells.set(1, 0, Cell::ofText("b"));
        cells.insertRows(1, 2);
        QCOMPARE(cells.at(3, 0).text, std::string_view("b"));
        QCOMPARE(cells.at(1, 0).kind, Sheet::CellKind::Empty);
        cells.insertRows(50, 1);
        QCOMPARE(cells.extent(), (Rectangle{0, 0, 4, 1}));
    }

    void deletedRowsAreGone()
    {
        Cells cells;
        for (int row = 0; row < 5; ++row)
            cells.set(row, 0, Cell::ofNumber(std::to_string(row)));
        cells.deleteRows(1, 2);
        QCOMPARE(cells.at(1, 0).text, std::string_view("3"));
        QCOMPARE(cells.filled(), 3);
        cells.deleteRows(1, Sheet::maxRows - 1);
        QCOMPARE(cells.filled(), 1);
    }

    void columnsMoveLikeRows()
    {
        Cells cells;
        for (int column = 0; column < 4; ++column)
            cells.set(0, column, Cell::ofNumber(std::to_string(column)));
        cells.insertColumns(1, 1);
        QCOMPARE(cells.at(0, 2).text, std::string_view("1"));
        cells.deleteColumns(0, 2);
        QCOMPARE(cells.at(0, 0).text, std::string_view("2"));
        QCOMPARE(cells.filled(), 2);
    }
};

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
