#include "sheet/placedcells.h"

#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Sheet;
using Support::isSameCell;

class TestPlacedCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheCellsAddedAreThere()
    {
        QRandomGenerator random(41);
        PlacedCells cells;
        Grid expected(9); // Keep: not added
        QVERIFY(cells.isEmpty());
        for (int row = 0; row < 50; ++row) {
            for (int column = 0; column < 9; ++column) {
                const bool isAdded = random.bounded(3) == 0;
                const std::string value(size_t(random.bounded(30)), char('a' + random.bounded(26)));
                expected.set(row, column, isAdded ? Cell::ofText(value) : Support::keep);
                if (isAdded)
                    cells.add({row, column}, Cell::ofText(value));
            }
        }
        const PlacedCells copied = cells.copy();
        cells = {};
        QVERIFY(cells.isEmpty() && !copied.isEmpty());
        for (int row = 0; row < 51; ++row) {
            for (int column = -1; column < 10; ++column) {
                const auto found = copied.at({row, column});
                const bool isAdded =
                    row < 50 && column >= 0 && column < 9 && expected.at(row, column).kind != CellKind::Keep;
                QCOMPARE(found.has_value(), isAdded);
                QVERIFY(!found || isSameCell(*found, expected.at(row, column)));
            }
        }
    }

    void emptyCellIsThereToo()
    {
        PlacedCells cells;
        cells.add({3, 2}, {});
        QVERIFY(cells.at({3, 2}) && cells.at({3, 2})->isBlank());
        QVERIFY(!cells.at({-1, 2}));
    }

    void memoryIsCounted()
    {
        PlacedCells cells;
        const std::string value(1'000'000, 'x');
        cells.add({0, 0}, Cell::ofText(value));
        QVERIFY(cells.bytes() > qint64(value.size()));
    }
};

QTEST_GUILESS_MAIN(TestPlacedCells)
#include "tst_placedcells.moc"
