#include "setup/sheetcells.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Setup::SheetCells;
using Sheet::Cell;
using Sheet::Rectangle;

class TestSheetCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blankIsNotUnread()
    {
        SheetCells cells(Rectangle{2, 1, 2, 2});
        cells.set({2, 1}, Cell::ofText("Entity"));
        cells.set({2, 2}, Cell::ofText(""));
        QCOMPARE(cells.text({2, 1}), u"Entity"_s);
        QCOMPARE(cells.text({2, 2}), QString());
        QVERIFY(cells.isRead({2, 2}));
        QVERIFY(cells.isRead({3, 1})); // the service left it out
        QVERIFY(!cells.isRead({4, 1}));
        QVERIFY(!cells.isRead({2, 0}));
    }

    void areasAreCollected()
    {
        SheetCells cells;
        QVERIFY(cells.isEmpty());
        SheetCells others(Rectangle{0, 0, 1, 1});
        others.set({0, 0}, Cell::ofNumber("1.50"));
        cells.add(others);
        cells.add(SheetCells(Rectangle{9, 0, 1, 1}));
        QVERIFY(!cells.isEmpty());
        QVERIFY(cells.isRead({0, 0}));
        QVERIFY(cells.isRead({9, 0}));
        QVERIFY(!cells.isRead({5, 0}));
        QCOMPARE(cells.text({0, 0}), u"1.50"_s);
    }

    void longTextIsCut()
    {
        SheetCells cells(Rectangle{0, 0, 1, 1});
        const std::string text(8000, 'x');
        cells.set({0, 0}, Cell::ofText(text));
        QVERIFY(!cells.text({0, 0}).isEmpty());
        QVERIFY(cells.text({0, 0}).size() < 1000);
    }

    void filledCellsAreCountedOnlyIfAllWereRead()
    {
        SheetCells cells(Rectangle{0, 0, 4, 2});
        cells.set({0, 0}, Cell::ofText("data"));
        cells.set({2, 0}, Cell::ofText("rest"));
        cells.set({3, 1}, Cell{Sheet::CellKind::Formula, "=A1"});
        const Rectangle data{0, 0, 2, 2};
        QCOMPARE(cells.filled({0, 0, 4, 2}, data), std::optional<qint64>(2));
        QCOMPARE(cells.filled({0, 0, 3, 2}, data), std::optional<qint64>(1));
        QCOMPARE(cells.filled({0, 0, 5, 2}, data), std::optional<qint64>()); // one row more was not read
        QCOMPARE(cells.filled({0, 0, 4, 3}, data), std::optional<qint64>());
        QCOMPARE(cells.filled({0, 0, Sheet::maxRows, Sheet::maxColumns}, data), std::optional<qint64>());
        cells.add(SheetCells(Rectangle{4, 0, 1, 2}));
        QCOMPARE(cells.filled({0, 0, 5, 2}, data), std::optional<qint64>(2));
    }
};

QTEST_GUILESS_MAIN(TestSheetCells)
#include "tst_sheetcells.moc"
