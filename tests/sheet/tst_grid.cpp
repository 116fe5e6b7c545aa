#include "sheet/grid.h"
#include "sheet/rectangle.h"

#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace Sheet;
using namespace Support;

class TestGrid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newGridIsEmpty()
    {
        const Grid grid(3);
        QCOMPARE(grid.rows(), 0);
        QCOMPARE(grid.columns(), 3);
        QVERIFY(grid.isEmpty());
        QVERIFY(isSameCell(grid.at(0, 0), blank));
    }

    void everyLengthOfTextIsHeld()
    {
        Grid grid(1);
        std::vector<std::string> texts;
        for (const int length :
             {0, 1, 13, 14, 15, 16, 254, 255, 256, 65'535, 65'536, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20})
            texts.emplace_back(size_t(length), static_cast<char>('a' + texts.size()));
        for (const std::string &held : texts)
            grid.appendRow(std::array{text(held)});
        for (size_t row = 0; row < texts.size(); ++row)
            QVERIFY(isSameCell(grid.at(int(row), 0), text(texts[row])));
    }

    void everyKindIsHeld()
    {
        const std::array cells{
            blank, text("Cash"), number("-1.50"), Cell::ofBoolean(true), Cell{CellKind::Formula, "=A1"},
            keep,  text("")};
        Grid grid;
        grid.appendRow(cells);
        for (size_t i = 0; i < cells.size(); ++i)
            QVERIFY(isSameCell(grid.at(0, int(i)), cells[i]));
    }

    void outsideIsEmpty()
    {
        const Grid grid = gridOf({{text("a"), text("b")}});
        for (const Address &outside : {Address{-1, 0}, Address{0, -1}, Address{1, 0}, Address{0, 2}, Address{-1, -1}})
            QVERIFY(isSameCell(grid.at(outside.row, outside.column), blank));
    }

    void shorterRowIsFilled()
    {
        const Grid grid = gridOf({{text("a"), text("b")}, {text("c")}, {}});
        QCOMPARE(grid.rows(), 3);
        QCOMPARE(grid.columns(), 2);
        QVERIFY(isSameCell(grid.at(1, 0), text("c")));
        QVERIFY(isSameCell(grid.at(1, 1), blank));
        QVERIFY(isSameCell(grid.at(2, 0), blank));
    }

    void longerRowWidens()
    {
        const Grid grid =
            gridOf({{text("a")}, {text("b"), number("2"), text("a text too long for a slot")}, {text("c")}});
        QCOMPARE(grid.rows(), 3);
        QCOMPARE(grid.columns(), 3);
        QVERIFY(isSameCell(grid.at(0, 0), text("a")));
        QVERIFY(isSameCell(grid.at(0, 2), blank));
        QVERIFY(isSameCell(grid.at(1, 1), number("2")));
        QVERIFY(isSameCell(grid.at(1, 2), text("a text too long for a slot")));
        QVERIFY(isSameCell(grid.at(2, 0), text("c")));
    }

    void rowsWithoutColumnsCount()
    {
        Grid grid;
        grid.appendRow({});
        grid.appendRow({});
        QCOMPARE(grid.rows(), 2);
        QVERIFY(grid.isEmpty());
        grid.appendRow(std::array{text("a")});
        QVERIFY(isSameCell(grid.at(2, 0), text("a")));
        QVERIFY(isSameCell(grid.at(0, 0), blank));
    }

    void settingBeyondGrows()
    {
        Grid grid;
        grid.set(2, 1, text("a"));
        QCOMPARE(grid.rows(), 3);
        QCOMPARE(grid.columns(), 2);
        QVERIFY(isSameCell(grid.at(2, 1), text("a")));
        QVERIFY(isSameCell(grid.at(2, 0), blank));
        grid.set(0, 4, number("5"));
        QCOMPARE(grid.rows(), 3);
        QCOMPARE(grid.columns(), 5);
        QVERIFY(isSameCell(grid.at(0, 4), number("5")));
        QVERIFY(isSameCell(grid.at(2, 1), text("a")));
    }

    void settingReplaces()
    {
        Grid grid = gridOf({{text("a text too long for a slot"), text("b")}});
        for (const Cell cell : {text("short"), text("another text too long for a slot"), blank, number("1")}) {
            grid.set(0, 0, cell);
            QVERIFY(isSameCell(grid.at(0, 0), cell));
            QVERIFY(isSameCell(grid.at(0, 1), text("b")));
        }
        QCOMPARE(grid.rows(), 1);
    }

    void cellOfTheGridItselfCanBeSet()
    {
        Grid grid = gridOf({{text("short"), text("a text too long for a slot")}});
        grid.set(0, 0, {CellKind::Formula, grid.at(0, 0).text});
        QVERIFY(isSameCell(grid.at(0, 0), Cell{CellKind::Formula, "short"}));
        grid.set(50'000, 7, grid.at(0, 0));
        QVERIFY(isSameCell(grid.at(50'000, 7), Cell{CellKind::Formula, "short"}));
        grid.set(0, 0, grid.at(0, 1));
        QVERIFY(isSameCell(grid.at(0, 0), text("a text too long for a slot")));
    }

    void textStaysValidWhileRowsAreAddedAndTheGridIsMoved()
    {
        Grid grid(2);
        grid.appendRow(std::array{text("short"), text("a text too long for a slot")});
        const Cell inside = grid.at(0, 0);
        const Cell outside = grid.at(0, 1);
        for (int row = 0; row < 50'000; ++row)
            grid.appendRow(std::array{text("x"), text("another text too long for a slot")});
        grid.set(100'000, 1, text("last"));
        const Grid moved = std::move(grid);
        QCOMPARE(inside.text, std::string_view("short"));
        QCOMPARE(outside.text, std::string_view("a text too long for a slot"));
        QVERIFY(inside.text.data() == moved.at(0, 0).text.data());
    }

    void sourceOfTheTextMayGo()
    {
        Grid grid(1);
        std::string buffer = "a text too long for a slot";
        grid.appendRow(std::array{text(buffer)});
        std::ranges::fill(buffer, '#');
        QVERIFY(isSameCell(grid.at(0, 0), text("a text too long for a slot")));
    }

    void movedFromGridIsEmptyAndUsable()
    {
        Grid grid = gridOf({{text("a"), text("a text too long for a slot")}});
        Grid other = std::move(grid);
        QCOMPARE(other.rows(), 1);
        QVERIFY(grid.isEmpty()); // NOLINT(bugprone-use-after-move): this is guaranteed
        QVERIFY(isSameCell(grid.at(0, 0), blank));
        grid.appendRow(std::array{text("b"), text("another text too long for a slot")});
        QVERIFY(isSameCell(grid.at(0, 1), text("another text too long for a slot")));
        QVERIFY(isSameCell(other.at(0, 1), text("a text too long for a slot")));
        other = std::move(grid);
        QVERIFY(isSameCell(other.at(0, 0), text("b")));
        QVERIFY(grid.isEmpty()); // NOLINT(bugprone-use-after-move): this is guaranteed
    }

    void copyHoldsTheSameAndIsItsOwn()
    {
        Grid grid = gridOf({{text("a"), text("longer than a slot holds, so kept elsewhere")}, {number("1.50")}});
        const Grid copy = grid.copy();
        grid.set(0, 1, text("changed"));
        QCOMPARE(copy.rows(), 2);
        QCOMPARE(copy.columns(), 2);
        QVERIFY(isSameCell(copy.at(0, 1), text("longer than a slot holds, so kept elsewhere")));
        QVERIFY(isSameCell(copy.at(1, 0), number("1.50")));
        QVERIFY(copy.at(1, 1).isBlank());
    }

    void numbersTakeSixteenBytes()
    {
        Grid grid(20);
        const std::vector<Cell> row(20, number("-123456789.01"));
        for (int i = 0; i < 100'000; ++i)
            grid.appendRow(row);
        constexpr qint64 cells = 2'000'000;
        QVERIFY2(grid.bytes() <= cells * 16 * 105 / 100, qPrintable(QString::number(grid.bytes())));
    }

    void textTakesLittleMoreThanItsBytes()
    {
        Grid grid(2);
        qint64 length = 0;
        const std::string large(100'000, 'x');
        const std::string usual(40, 'y');
        for (int i = 0; i < 1'000; ++i) {
            grid.appendRow(std::array{text(large), text(usual)});
            length += qint64(large.size() + usual.size());
        }
        QVERIFY2(grid.bytes() <= length + (2 << 20), qPrintable(QString::number(grid.bytes() - length)));
    }

    void anyOrderOfChangesLeavesWhatWasSetLast()
    {
        QRandomGenerator random(5);
        Grid grid;
        QHash<QPair<int, int>, std::string> model;
        for (int i = 0; i < 20'000; ++i) {
            const int row = random.bounded(300);
            const int column = random.bounded(1 + i / 200);
            std::string held(size_t(random.bounded(30)), static_cast<char>('a' + i % 26));
            grid.set(row, column, text(held));
            model[{row, column}] = std::move(held);
        }
        for (int row = 0; row < grid.rows(); ++row) {
            for (int column = 0; column < grid.columns(); ++column)
                QCOMPARE(grid.at(row, column).text, std::string_view(model[{row, column}]));
        }
    }
};

QTEST_GUILESS_MAIN(TestGrid)
#include "tst_grid.moc"
