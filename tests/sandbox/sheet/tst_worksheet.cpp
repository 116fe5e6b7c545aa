#include "sandbox/sheet/worksheet.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::Rectangle;

class TestWorksheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sheetHoldsAtLeastItsData()
    {
        Worksheet sheet;
        QCOMPARE(sheet.whole(), (Rectangle{0, 0, 1000, 26}));
        sheet.cells.set(2000, 40, Sheet::Cell::ofText("x"));
        QCOMPARE(sheet.whole(), (Rectangle{0, 0, 2001, 41}));
    }

    void lockOfASheetLocksAllOfIt()
    {
        Worksheet sheet;
        QVERIFY(sheet.locked().empty());
        sheet.lockedCells = {{0, 0, 1, 1}};
        sheet.dataset = Rectangle{5, 5, 2, 2};
        QCOMPARE(sheet.locked(), (std::vector<Rectangle>{{0, 0, 1, 1}, {5, 5, 2, 2}}));
        sheet.lock = u"lock"_s;
        QCOMPARE(sheet.locked(), (std::vector<Rectangle>{{0, 0, Sheet::maxRows, Sheet::maxColumns}}));
    }

    void sheetIsAsLargeAsItsCells()
    {
        Worksheet sheet;
        QCOMPARE(sheet.whole(), (Rectangle{0, 0, 1000, 26}));
        sheet.cells.set(1500, 3, Sheet::Cell::ofText("x"));
        QCOMPARE(sheet.whole(), (Rectangle{0, 0, 1501, 26}));
    }

    void areaWithoutOthersIsWhatIsLeft()
    {
        const Rectangle area{2, 2, 5, 5};
        QCOMPARE(without(area, {}), std::vector<Rectangle>{area});
        QCOMPARE(without(area, {{0, 0, 2, 9}}), std::vector<Rectangle>{area});
        QVERIFY(without(area, {{0, 0, 9, 9}}).empty());
        const std::vector<Rectangle> others{{3, 3, 1, 2}, {0, 6, 9, 1}, {3, 4, 9, 1}};
        const std::vector<Rectangle> left = without(area, others);
        qint64 cells = 0;
        for (const Rectangle &piece : left) {
            cells += piece.cells();
            for (const Rectangle &other : others)
                QVERIFY(!piece.intersects(other));
        }
        QCOMPARE(cells, 25 - 2 - 5 - 3);
    }

    void blockMovesOnInsert_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        QTest::newRow("before") << 0 << 12 << 5;
        QTest::newRow("at its first") << 10 << 12 << 5;
        QTest::newRow("inside") << 11 << 10 << 7;
        QTest::newRow("behind") << 15 << 10 << 5;
    }
    void blockMovesOnInsert()
    {
        QFETCH(int, at);
        QFETCH(int, first);
        QFETCH(int, count);
        QCOMPARE(afterInsert({10, 1, 5, 1}, true, at, 2), (Rectangle{first, 1, count, 1}));
        QCOMPARE(afterInsert({1, 10, 1, 5}, false, at, 2), (Rectangle{1, first, 1, count}));
    }

    void blockMovesOnDelete_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        QTest::newRow("before") << 0 << 1 << 8 << 5;
        QTest::newRow("over its beginning") << 8 << 11 << 8 << 3;
        QTest::newRow("inside") << 11 << 12 << 10 << 3;
        QTest::newRow("over its end") << 13 << 20 << 10 << 3;
        QTest::newRow("behind") << 15 << 20 << 10 << 5;
    }
    void blockMovesOnDelete()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, first);
        QFETCH(int, count);
        QCOMPARE(afterDelete({10, 1, 5, 1}, true, from, to), (Rectangle{first, 1, count, 1}));
        QCOMPARE(afterDelete({1, 10, 1, 5}, false, from, to), (Rectangle{1, first, 1, count}));
    }

    void nothingIsLeftOfABlockThatIsDeleted() { QVERIFY(afterDelete({10, 1, 5, 1}, true, 9, 14).isEmpty()); }

    void openEndStaysOpen()
    {
        const Rectangle column{0, 1, Sheet::maxRows, 1};
        QCOMPARE(afterInsert(column, true, 5, 10), column);
        QCOMPARE(afterDelete(column, true, 5, 10), column);
    }
};

QTEST_GUILESS_MAIN(TestWorksheet)
#include "tst_worksheet.moc"
