#include "sandbox/workiva/cellpages.h"

#include <QTest>

using namespace Sandbox;

class TestCellPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesCoverTheBlockOnce_data()
    {
        QTest::addColumn<int>("maxCells");
        for (const int most : {1, 2, 3, 4, 5, 7, 8, 12, 20, 100})
            QTest::addRow("%d cells", most) << most;
    }
    void pagesCoverTheBlockOnce()
    {
        QFETCH(int, maxCells);
        const Sheet::Rectangle block{2, 1, 5, 4};
        QSet<QPair<int, int>> seen;
        qint64 cells = 0;
        std::optional<Sheet::Address> from = block.topLeft();
        while (from) {
            const CellPage page = cellPage(block, *from, maxCells);
            QVERIFY(!page.cells.isEmpty());
            QVERIFY(page.cells.cells() <= maxCells);
            QVERIFY(block.contains(page.cells));
            for (int row = page.cells.row; row <= page.cells.lastRow(); ++row) {
                for (int column = page.cells.column; column <= page.cells.lastColumn(); ++column)
                    seen.insert({row, column});
            }
            cells += page.cells.cells();
            from = page.next;
        }
        QCOMPARE(cells, block.cells());
        QCOMPARE(seen.size(), block.cells());
    }

    void emptyBlockIsOneEmptyPage()
    {
        const CellPage page = cellPage({}, {0, 0}, 10);
        QVERIFY(page.cells.isEmpty());
        QVERIFY(!page.next);
    }

    void placeOutsideTheBlockIsAnEmptyPage() { QVERIFY(cellPage({0, 0, 2, 2}, {5, 0}, 10).cells.isEmpty()); }

    void tokenGivesItsAddressAgain()
    {
        QCOMPARE(readNextToken(nextToken({12, 34})), std::optional(Sheet::Address{12, 34}));
        for (const char *text : {"", "1", "a-b", "1-2-3"})
            QVERIFY(!readNextToken(QLatin1String(text)));
    }
};

QTEST_GUILESS_MAIN(TestCellPages)
#include "tst_cellpages.moc"
