#include "writeback/writeplan.h"

#include "writeback/textgrids.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Support;
using namespace Writeback;
using Sheet::Grid;
using Sheet::Rectangle;

class TestWritePlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullWriteIsOneRectangle()
    {
        const Grid existing;
        const Grid desired = textGrid(1000, 20, place);
        const std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 1000, 20);
        QCOMPARE(plan.size(), size_t(1));
        QCOMPARE(plan[0], (Block{Block::Kind::Values, {0, 0, 1000, 20}, {}}));
    }

    void oneChangedRowSendsThatRowAlone()
    {
        const Grid existing = textGrid(1000, 20, place);
        const Grid desired =
            textGrid(1000, 20, [](int row, int column) { return place(row, column) + (row == 500 ? "x" : ""); });
        const std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 1000, 20);
        QCOMPARE(plan.size(), size_t(1));
        QCOMPARE(plan[0].area, (Rectangle{500, 0, 1, 20}));
    }

    void scatteredCellsAreOneListOfCells()
    {
        const Grid existing = textGrid(2000, 20, place);
        const Grid desired = textGrid(2000, 20, [](int row, int column) {
            return place(row, column) + (row % 50 == 7 && column == row / 50 % 20 ? "x" : "");
        });
        const Sheet::Diff diff = Sheet::diff(existing, desired);
        const std::vector<Block> plan = planWrites(diff, 2000, 20);
        QCOMPARE(plan.size(), size_t(1));
        QCOMPARE(plan[0].kind, Block::Kind::Cells);
        QCOMPARE(plan[0].spans, diff.spans);
    }

    void twoFarColumnsAreTwoRectangles()
    {
        const Grid existing = textGrid(5000, 20, place);
        const Grid desired = textGrid(5000, 20, [](int row, int column) {
            return place(row, column) + (column == 3 || column == 17 ? "x" : "");
        });
        std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 5000, 20);
        QCOMPARE(plan.size(), size_t(2));
        std::ranges::sort(plan, {}, [](const Block &block) { return block.area.column; });
        QCOMPARE(plan[0].area, (Rectangle{0, 3, 5000, 1}));
        QCOMPARE(plan[1].area, (Rectangle{0, 17, 5000, 1}));
    }

    void staleTailComesLastAndIsClearedWhole()
    {
        const Grid existing = textGrid(100, 6, place);
        const Grid desired = textGrid(90, 4, [](int row, int column) { return place(row, column) + "x"; });
        const std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 90, 4);
        QCOMPARE(plan.size(), size_t(3));
        QCOMPARE(plan[0].kind, Block::Kind::Values);
        QCOMPARE(plan[1], (Block{Block::Kind::Clear, {0, 4, 90, 2}, {}}));
        QCOMPARE(plan[2], (Block{Block::Kind::Clear, {90, 0, 10, 6}, {}}));
    }

    void nothingOutsideOfTheGridsIsWritten()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QRandomGenerator random(seed);
            const auto someText = [&](int, int) { return std::to_string(random.bounded(2)); };
            const Grid existing = textGrid(random.bounded(30), 1 + random.bounded(12), someText);
            const Grid desired = textGrid(random.bounded(30), 1 + random.bounded(12), someText);
            const Rectangle all{0, 0, std::max(existing.rows(), desired.rows()),
                                std::max(existing.columns(), desired.columns())};
            const Rectangle data{0, 0, desired.rows(), desired.columns()};
            for (const Block &block : planWrites(Sheet::diff(existing, desired), desired.rows(), desired.columns())) {
                QVERIFY(all.contains(block.area));
                QVERIFY(block.kind == Block::Kind::Clear ? !data.intersects(block.area) : data.contains(block.area));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWritePlan)
#include "tst_writeplan.moc"
