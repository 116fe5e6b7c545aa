#include "sheet/diff.h"

#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

using namespace Sheet;
using namespace Support;

namespace {

Grid anyGrid(QRandomGenerator &random, std::span<const Cell> cells)
{
    Grid grid(random.bounded(6));
    for (int rows = random.bounded(6); rows > 0; --rows) {
        std::vector<Cell> row;
        for (int column = 0; column < grid.columns(); ++column)
            row.push_back(cells[size_t(random.bounded(int(cells.size())))]);
        grid.appendRow(row);
    }
    return grid;
}

} // namespace

class TestDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changeTellsWhatHappensToACell_data()
    {
        QTest::addColumn<Cell>("existing");
        QTest::addColumn<Cell>("desired");
        QTest::addColumn<Change>("change");
        const Cell formula{CellKind::Formula, "=A1"};
        QTest::newRow("both blank") << text("") << blank << Change::Unchanged;
        QTest::newRow("equal") << text("a") << text("a") << Change::Unchanged;
        QTest::newRow("equal number") << number("1.50") << number("1.5") << Change::Unchanged;
        QTest::newRow("other text") << text("a") << text("b") << Change::Changed;
        QTest::newRow("other kind") << text("1") << number("1") << Change::Changed;
        QTest::newRow("over a formula") << formula << number("1") << Change::Changed;
        QTest::newRow("new") << blank << number("0") << Change::New;
        QTest::newRow("new in an empty text") << text("") << text("a") << Change::New;
        QTest::newRow("cleared") << text("a") << blank << Change::Cleared;
        QTest::newRow("cleared by an empty text") << number("0") << text("") << Change::Cleared;
        QTest::newRow("formula cleared") << formula << blank << Change::Cleared;
        QTest::newRow("kept") << text("a") << keep << Change::Kept;
        QTest::newRow("nothing kept") << blank << keep << Change::Kept;
        const Cell unreadable{CellKind::Unreadable, "a"};
        QTest::newRow("over what is unreadable") << unreadable << text("a") << Change::Changed;
        QTest::newRow("unreadable cleared") << unreadable << blank << Change::Cleared;
        QTest::newRow("unreadable kept") << unreadable << keep << Change::Kept;
        QTest::newRow("both unreadable") << unreadable << unreadable << Change::Changed;
        QTest::newRow("both kept") << keep << keep << Change::Kept;
    }
    void changeTellsWhatHappensToACell()
    {
        QFETCH(const Cell, existing);
        QFETCH(const Cell, desired);
        QTEST(change(existing, desired), "change");
        QTEST(change(gridOf({{existing}}).row(0), gridOf({{desired}}).row(0), 0), "change");
    }

    void cellsAreCountedAndGatheredInSpans()
    {
        const Grid existing =
            gridOf({{text("a"), text("b"), blank, number("1")}, {text("c"), text("d"), text("e"), text("f")}});
        const Grid desired =
            gridOf({{text("a"), text("x"), text("y"), number("1.0")}, {blank, keep, text("e"), text("g")}});
        const Diff result = diff(existing, desired);
        QCOMPARE(result.changed, 2);
        QCOMPARE(result.added, 1);
        QCOMPARE(result.cleared, 1);
        QCOMPARE(result.unchanged, 3);
        QCOMPARE(result.kept, 1);
        QCOMPARE(result.cellsToWrite(), 4);
        QCOMPARE(result.spans, (std::vector<Span>{{0, 1, 2}, {1, 0, 0}, {1, 3, 3}}));
    }

    void equalGridsHaveNoDifference()
    {
        const Diff result = diff(gridOf({{text("a"), number("1.50")}}), gridOf({{text("a"), number("15e-1")}}));
        QVERIFY(result.isEmpty());
        QCOMPARE(result.unchanged, 2);
    }

    void emptyGridsHaveNoDifference()
    {
        QVERIFY(diff(Grid(), Grid()).isEmpty());
        QVERIFY(diff(Grid(3), Grid(5)).isEmpty());
        QVERIFY(diff(gridOf({{blank, text("")}}), Grid()).isEmpty());
    }

    void whatOnlyTheSheetHasIsCleared()
    {
        const Diff result = diff(gridOf({{text("a"), text("b")}, {text("c"), blank}}), gridOf({{text("a")}}));
        QCOMPARE(result.cleared, 2);
        QCOMPARE(result.unchanged, 1);
        QCOMPARE(result.spans, (std::vector<Span>{{0, 1, 1}, {1, 0, 0}}));
    }

    void whatOnlyTheSourceHasIsNew()
    {
        const Diff result = diff(gridOf({{text("a")}}), gridOf({{text("a"), text("b")}, {text("c"), blank}}));
        QCOMPARE(result.added, 2);
        QCOMPARE(result.unchanged, 2);
        QCOMPARE(result.spans, (std::vector<Span>{{0, 1, 1}, {1, 0, 0}}));
    }

    void writingTheSpansMakesTheGridsEqual()
    {
        const std::array had{blank,
                             text(""),
                             text("a"),
                             text("b"),
                             number("1"),
                             number("2"),
                             Cell::ofBoolean(true),
                             Cell{CellKind::Formula, "=A1"}};
        const std::array wanted{
            blank, text(""), text("a"), text("b"), number("1.0"), number("3"), Cell::ofBoolean(true), keep};
        QRandomGenerator random(13);
        for (int i = 0; i < 3'000; ++i) {
            Grid existing = anyGrid(random, had);
            const Grid desired = anyGrid(random, wanted);
            const Diff before = diff(existing, desired);

            qint64 written = 0;
            const Span *last = nullptr;
            for (const Span &span : before.spans) {
                QVERIFY(span.first <= span.last);
                // In reading order, and merged where possible.
                QVERIFY(!last || last->row < span.row || (last->row == span.row && last->last + 1 < span.first));
                last = &span;
                written += span.last - span.first + 1;
                for (int column = span.first; column <= span.last; ++column) {
                    QVERIFY(!sameValue(existing.at(span.row, column), desired.at(span.row, column)));
                    existing.set(span.row, column, desired.at(span.row, column));
                }
            }
            QCOMPARE(written, before.cellsToWrite());

            const Diff after = diff(existing, desired);
            QVERIFY(after.isEmpty());
            QCOMPARE(after.cellsToWrite(), 0);
            QCOMPARE(after.kept, before.kept);
            QCOMPARE(after.unchanged + after.kept, qint64(desired.rows()) * desired.columns());
        }
    }

    void countsOfTheDesiredCellsAddUp()
    {
        const std::array cells{blank, text("a"), text("b"), keep};
        QRandomGenerator random(17);
        for (int i = 0; i < 1'000; ++i) {
            const Grid desired = anyGrid(random, cells);
            const Diff result = diff(Grid(), desired);
            QCOMPARE(result.unchanged + result.kept + result.added, qint64(desired.rows()) * desired.columns());
            QCOMPARE(result.changed + result.cleared, 0);
        }
    }

    void commonCellsAreThoseOfBoth()
    {
        QRandomGenerator random(7);
        const auto randomSpans = [&random] {
            std::vector<Span> spans;
            for (int row = 0; row < 4; ++row) {
                for (int column = random.bounded(3); column < 12; column += random.bounded(2, 5)) {
                    const int last = column + random.bounded(3);
                    spans.push_back({row, column, last});
                    column = last;
                }
            }
            return spans;
        };
        const auto cellsIn = [](const std::vector<Span> &spans) {
            std::set<std::pair<int, int>> cells;
            for (const Span &span : spans) {
                for (int column = span.first; column <= span.last; ++column)
                    cells.insert({span.row, column});
            }
            return cells;
        };
        for (int i = 0; i < 500; ++i) {
            const std::vector<Span> one = randomSpans();
            const std::vector<Span> other = randomSpans();
            std::set<std::pair<int, int>> both;
            std::ranges::set_intersection(cellsIn(one), cellsIn(other), std::inserter(both, both.end()));
            const std::vector<Span> found = common(one, other);
            QCOMPARE(cellsIn(found), both);
            QCOMPARE(cellsOf(found), qint64(both.size()));
        }
        QVERIFY(common({}, {{0, 0, 3}}).empty());
    }
};

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
