#include "writeback/blockcutter.h"

#include "writeback/textgrids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using namespace Writeback;
using Sheet::Cell;
using Sheet::Grid;
using Sheet::Rectangle;

namespace {

// Applies a piece to a grid, like the service; false if its body does not match its block.
[[nodiscard]] bool apply(const BlockCutter::Piece &piece, Grid &grid, Sheet::Address anchor)
{
    const QJsonObject body = QJsonDocument::fromJson(piece.body).object();
    const auto set = [&](int row, int column, const QJsonValue &value) {
        if (!value.isNull())
            grid.set(row, column, Cell::ofText(value.toString().toStdString()));
    };
    if (piece.block.kind == Block::Kind::Cells) {
        for (const QJsonValue &edit : body["editCells"_L1]["cells"_L1].toArray())
            set(edit["row"_L1].toInt() - anchor.row, edit["column"_L1].toInt() - anchor.column, edit["value"_L1]);
        return true;
    }
    const QJsonArray rows = body["values"_L1].toArray();
    const Rectangle &area = piece.block.area;
    if (piece.block.kind == Block::Kind::Clear) {
        if (!rows.isEmpty())
            return false;
        for (int row = area.row; row <= area.lastRow(); ++row) {
            for (int column = area.column; column <= area.lastColumn(); ++column)
                grid.set(row, column, {});
        }
        return true;
    }
    if (int(rows.size()) != area.rows)
        return false;
    for (int row = 0; row < area.rows; ++row) {
        if (int(rows[row].toArray().size()) != area.columns)
            return false;
        for (int column = 0; column < area.columns; ++column)
            set(area.row + row, area.column + column, rows[row][column]);
    }
    return true;
}

std::vector<BlockCutter::Piece> allPieces(BlockCutter &cutter, qint64 maxCells)
{
    std::vector<BlockCutter::Piece> pieces;
    while (auto piece = cutter.next(maxCells))
        pieces.push_back(*std::move(piece));
    return pieces;
}

} // namespace

class TestBlockCutter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lowestRowsComeFirst()
    {
        const Grid existing;
        const Grid desired = textGrid(1000, 10, place);
        BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 1000, 10), existing, desired, {0, 0});
        const auto pieces = allPieces(cutter, 1000);
        QCOMPARE(pieces.size(), size_t(10));
        QCOMPARE(pieces.front().block.area, (Rectangle{900, 0, 100, 10}));
        QCOMPARE(pieces.back().block.area, (Rectangle{0, 0, 100, 10}));
    }

    void unchangedCellsInsideAreNull()
    {
        const Grid existing = textGrid(1, 3, place);
        const Grid desired =
            textGrid(1, 3, [](int row, int column) { return column == 1 ? place(row, column) : "new"; });
        BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 1, 3), existing, desired, {0, 0});
        const auto piece = cutter.next(100);
        QVERIFY(piece);
        QCOMPARE(piece->body, QByteArray(R"({"values":[["new",null,"new"]]})"));
        QCOMPARE(piece->changes, 2);
    }

    void piecesKeepToTheNumberOfCells()
    {
        const Grid existing;
        const Grid desired = textGrid(1000, 7, place);
        BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 1000, 7), existing, desired, {0, 0});
        for (const BlockCutter::Piece &piece : allPieces(cutter, 100))
            QVERIFY(piece.block.area.cells() <= 100);
    }

    void piecesKeepToTheNumberOfBytes()
    {
        // Control characters take six bytes in JSON: the estimate is far too low, but the body must not be too large.
        const Grid existing;
        const Grid desired = textGrid(400, 10, [](int, int) { return std::string(2000, '\x01'); });
        BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 400, 10), existing, desired, {0, 0});
        qint64 cells = 0;
        for (const BlockCutter::Piece &piece : allPieces(cutter, 1'000'000)) {
            QVERIFY(piece.body.size() <= maxBodyBytes);
            cells += piece.changes;
        }
        QCOMPARE(cells, 4000);
    }

    void rowThatIsTooLargeIsCutIntoHalves()
    {
        const Grid existing;
        const Grid desired = textGrid(2, 3000, [](int, int) { return std::string(8000, 'x'); });
        BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 2, 3000), existing, desired, {0, 0});
        qint64 cells = 0;
        for (const BlockCutter::Piece &piece : allPieces(cutter, 1'000'000)) {
            QVERIFY(piece.body.size() <= maxBodyBytes);
            cells += piece.changes;
        }
        QCOMPARE(cells, 6000);
    }

    void blockPutBackComesAgain()
    {
        const Grid existing;
        const Grid desired = textGrid(10, 2, place);
        BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 10, 2), existing, desired, {0, 0});
        auto piece = cutter.next(10);
        QVERIFY(piece);
        const Rectangle area = piece->block.area;
        cutter.putBack(std::move(piece->block));
        qint64 cells = 0;
        for (const BlockCutter::Piece &again : allPieces(cutter, 4)) {
            cells += again.block.area.intersected(area).cells();
        }
        QCOMPARE(cells, area.cells());
    }

    void applyingAllPiecesMakesTheDiffEmpty()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QRandomGenerator random(seed);
            const int density = random.bounded(101);
            const auto someText = [&](int, int) {
                return int(random.bounded(100)) < density ? std::to_string(random.bounded(3)) : std::string();
            };
            Grid existing = textGrid(random.bounded(60), 1 + random.bounded(12), someText);
            const Grid desired = textGrid(random.bounded(60), 1 + random.bounded(12), someText);
            const Sheet::Address anchor{random.bounded(5), random.bounded(5)};
            const Sheet::Diff diff = Sheet::diff(existing, desired);
            BlockCutter cutter(planWrites(diff, desired.rows(), desired.columns()), existing, desired, anchor);
            const auto pieces = allPieces(cutter, 1 + random.bounded(200));
            for (const BlockCutter::Piece &piece : pieces)
                QVERIFY(apply(piece, existing, anchor));
            QVERIFY2(Sheet::diff(existing, desired).isEmpty(), qPrintable(QString::number(seed)));
            QCOMPARE(pieces.empty(), diff.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockCutter)
#include "tst_blockcutter.moc"
