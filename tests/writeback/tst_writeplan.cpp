#include "writeback/writeplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Sheet::Cell;
using Sheet::Grid;
using Sheet::Rectangle;

namespace {

Grid gridOf(int rows, int columns, const std::function<std::string(int, int)> &text)
{
    Grid grid(columns);
    for (int row = 0; row < rows; ++row) {
        std::vector<std::string> texts;
        std::vector<Cell> cells;
        for (int column = 0; column < columns; ++column)
            texts.push_back(text(row, column));
        for (const std::string &cell : texts)
            cells.push_back(Cell::ofText(cell));
        grid.appendRow(cells);
    }
    return grid;
}

std::string place(int row, int column)
{
    return std::to_string(row) + "/" + std::to_string(column);
}

// Carries a piece out on a grid, as the service would. `beyond` counts cells set outside of what the block says.
void apply(const BlockCutter::Piece &piece, Grid &grid, Sheet::Address anchor)
{
    const QJsonObject body = QJsonDocument::fromJson(piece.body).object();
    const auto set = [&](int row, int column, const QJsonValue &value) {
        if (!value.isNull())
            grid.set(row, column, Cell::ofText(value.toString().toStdString()));
    };
    if (piece.block.kind == Block::Kind::Cells) {
        for (const QJsonValue &edit : body["editCells"_L1]["cells"_L1].toArray())
            set(edit["row"_L1].toInt() - anchor.row, edit["column"_L1].toInt() - anchor.column, edit["value"_L1]);
        return;
    }
    const QJsonArray rows = body["values"_L1].toArray();
    const Rectangle &area = piece.block.area;
    if (piece.block.kind == Block::Kind::Clear) {
        QVERIFY(rows.isEmpty());
        for (int row = area.row; row <= area.lastRow(); ++row) {
            for (int column = area.column; column <= area.lastColumn(); ++column)
                grid.set(row, column, {});
        }
        return;
    }
    QCOMPARE(int(rows.size()), area.rows);
    for (int row = 0; row < area.rows; ++row) {
        QCOMPARE(int(rows[row].toArray().size()), area.columns);
        for (int column = 0; column < area.columns; ++column)
            set(area.row + row, area.column + column, rows[row][column]);
    }
}

std::vector<BlockCutter::Piece> allPieces(BlockCutter &cutter, qint64 maxCells)
{
    std::vector<BlockCutter::Piece> pieces;
    while (auto piece = cutter.next(maxCells))
        pieces.push_back(*std::move(piece));
    return pieces;
}

} // namespace

class tst_WritePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullWriteIsOneRectangle();
    void oneChangedRowSendsThatRowAlone();
    void scatteredCellsAreOneListOfCells();
    void twoFarColumnsAreTwoRectangles();
    void staleTailComesLastAndIsClearedWhole();
    void whatReachesFurthestDownComesFirst();
    void unchangedCellsInsideAreNull();
    void piecesKeepToTheNumberOfCells();
    void piecesKeepToTheNumberOfBytes();
    void aRowThatIsTooLargeIsCutIntoHalves();
    void whatIsPutBackComesAgain();
    void applyingAllPiecesMakesTheDiffEmpty();
    void nothingOutsideOfTheGridsIsWritten();
};

void tst_WritePlan::fullWriteIsOneRectangle()
{
    const Grid existing;
    const Grid desired = gridOf(1000, 20, place);
    const std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 1000, 20);
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0], (Block{Block::Kind::Values, {0, 0, 1000, 20}, {}}));
}

void tst_WritePlan::oneChangedRowSendsThatRowAlone()
{
    const Grid existing = gridOf(1000, 20, place);
    const Grid desired =
        gridOf(1000, 20, [](int row, int column) { return place(row, column) + (row == 500 ? "x" : ""); });
    const std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 1000, 20);
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0].area, (Rectangle{500, 0, 1, 20}));
}

void tst_WritePlan::scatteredCellsAreOneListOfCells()
{
    const Grid existing = gridOf(2000, 20, place);
    const Grid desired = gridOf(2000, 20, [](int row, int column) {
        return place(row, column) + (row % 50 == 7 && column == row / 50 % 20 ? "x" : "");
    });
    const Sheet::Diff diff = Sheet::diff(existing, desired);
    const std::vector<Block> plan = planWrites(diff, 2000, 20);
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0].kind, Block::Kind::Cells);
    QCOMPARE(plan[0].spans, diff.spans);
}

void tst_WritePlan::twoFarColumnsAreTwoRectangles()
{
    const Grid existing = gridOf(5000, 20, place);
    const Grid desired = gridOf(
        5000, 20, [](int row, int column) { return place(row, column) + (column == 3 || column == 17 ? "x" : ""); });
    std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 5000, 20);
    QCOMPARE(plan.size(), size_t(2));
    std::ranges::sort(plan, {}, [](const Block &block) { return block.area.column; });
    QCOMPARE(plan[0].area, (Rectangle{0, 3, 5000, 1}));
    QCOMPARE(plan[1].area, (Rectangle{0, 17, 5000, 1}));
}

void tst_WritePlan::staleTailComesLastAndIsClearedWhole()
{
    const Grid existing = gridOf(100, 6, place);
    const Grid desired = gridOf(90, 4, [](int row, int column) { return place(row, column) + "x"; });
    const std::vector<Block> plan = planWrites(Sheet::diff(existing, desired), 90, 4);
    QCOMPARE(plan.size(), size_t(3));
    QCOMPARE(plan[0].kind, Block::Kind::Values);
    QCOMPARE(plan[1], (Block{Block::Kind::Clear, {0, 4, 90, 2}, {}}));
    QCOMPARE(plan[2], (Block{Block::Kind::Clear, {90, 0, 10, 6}, {}}));
}

void tst_WritePlan::whatReachesFurthestDownComesFirst()
{
    const Grid existing;
    const Grid desired = gridOf(1000, 10, place);
    BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 1000, 10), existing, desired, {0, 0});
    const auto pieces = allPieces(cutter, 1000);
    QCOMPARE(pieces.size(), size_t(10));
    QCOMPARE(pieces.front().block.area, (Rectangle{900, 0, 100, 10}));
    QCOMPARE(pieces.back().block.area, (Rectangle{0, 0, 100, 10}));
}

void tst_WritePlan::unchangedCellsInsideAreNull()
{
    const Grid existing = gridOf(1, 3, place);
    const Grid desired = gridOf(1, 3, [](int row, int column) { return column == 1 ? place(row, column) : "new"; });
    BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 1, 3), existing, desired, {0, 0});
    const auto piece = cutter.next(100);
    QVERIFY(piece);
    QCOMPARE(piece->body, QByteArray(R"({"values":[["new",null,"new"]]})"));
    QCOMPARE(piece->changes, 2);
}

void tst_WritePlan::piecesKeepToTheNumberOfCells()
{
    const Grid existing;
    const Grid desired = gridOf(1000, 7, place);
    BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 1000, 7), existing, desired, {0, 0});
    for (const BlockCutter::Piece &piece : allPieces(cutter, 100))
        QVERIFY(piece.block.area.cells() <= 100);
}

void tst_WritePlan::piecesKeepToTheNumberOfBytes()
{
    // Control characters take six bytes in JSON: the estimate is far too low, the body may not be too large.
    const Grid existing;
    const Grid desired = gridOf(400, 10, [](int, int) { return std::string(2000, '\x01'); });
    BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 400, 10), existing, desired, {0, 0});
    qint64 cells = 0;
    for (const BlockCutter::Piece &piece : allPieces(cutter, 1'000'000)) {
        QVERIFY(piece.body.size() <= maxBodyBytes);
        cells += piece.changes;
    }
    QCOMPARE(cells, 4000);
}

void tst_WritePlan::aRowThatIsTooLargeIsCutIntoHalves()
{
    const Grid existing;
    const Grid desired = gridOf(2, 3000, [](int, int) { return std::string(8000, 'x'); });
    BlockCutter cutter(planWrites(Sheet::diff(existing, desired), 2, 3000), existing, desired, {0, 0});
    qint64 cells = 0;
    for (const BlockCutter::Piece &piece : allPieces(cutter, 1'000'000)) {
        QVERIFY(piece.body.size() <= maxBodyBytes);
        cells += piece.changes;
    }
    QCOMPARE(cells, 6000);
}

void tst_WritePlan::whatIsPutBackComesAgain()
{
    const Grid existing;
    const Grid desired = gridOf(10, 2, place);
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

void tst_WritePlan::applyingAllPiecesMakesTheDiffEmpty()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        const int density = random.bounded(101);
        const auto someText = [&](int, int) {
            return int(random.bounded(100)) < density ? std::to_string(random.bounded(3)) : std::string();
        };
        Grid existing = gridOf(random.bounded(60), 1 + random.bounded(12), someText);
        const Grid desired = gridOf(random.bounded(60), 1 + random.bounded(12), someText);
        const Sheet::Address anchor{random.bounded(5), random.bounded(5)};
        const Sheet::Diff diff = Sheet::diff(existing, desired);
        BlockCutter cutter(planWrites(diff, desired.rows(), desired.columns()), existing, desired, anchor);
        const auto pieces = allPieces(cutter, 1 + random.bounded(200));
        for (const BlockCutter::Piece &piece : pieces)
            apply(piece, existing, anchor);
        QVERIFY2(Sheet::diff(existing, desired).isEmpty(), qPrintable(QString::number(seed)));
        QCOMPARE(pieces.empty(), diff.isEmpty());
    }
}

void tst_WritePlan::nothingOutsideOfTheGridsIsWritten()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        const auto someText = [&](int, int) { return std::to_string(random.bounded(2)); };
        const Grid existing = gridOf(random.bounded(30), 1 + random.bounded(12), someText);
        const Grid desired = gridOf(random.bounded(30), 1 + random.bounded(12), someText);
        const Rectangle all{0, 0, std::max(existing.rows(), desired.rows()),
                            std::max(existing.columns(), desired.columns())};
        const Rectangle data{0, 0, desired.rows(), desired.columns()};
        for (const Block &block : planWrites(Sheet::diff(existing, desired), desired.rows(), desired.columns())) {
            QVERIFY(all.contains(block.area));
            QVERIFY(block.kind == Block::Kind::Clear ? !data.intersects(block.area) : data.contains(block.area));
        }
    }
}

QTEST_GUILESS_MAIN(tst_WritePlan)
#include "tst_writeplan.moc"
