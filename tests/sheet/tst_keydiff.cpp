#include "sheet/keydiff.h"

#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <set>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

namespace {

const Key first{0};

bool isFilled(const Grid &grid, int row)
{
    for (int column = 0; column < grid.columns(); ++column) {
        if (!grid.at(row, column).isBlank())
            return true;
    }
    return false;
}

int filledRows(const Grid &grid)
{
    int filled = 0;
    for (int row = 0; row < grid.rows(); ++row)
        filled += isFilled(grid, row);
    return filled;
}

// Rows with unequal keys in the first column, and values that are often equal; some rows are blank.
Grid anyGrid(QRandomGenerator &random)
{
    static const std::array keys{text("a"),   text("b"),   text("00123"), number("123"), number("1.5"),
                                 text("1.5"), number("2"), text("c"),     text("A")};
    static const std::array values{blank, text("x"), text("y"), number("1"), number("1.0"), number("2")};
    std::vector<Cell> left(keys.begin(), keys.end());
    Grid grid(1 + random.bounded(4));
    for (int rows = random.bounded(8); rows > 0; --rows) {
        std::vector<Cell> cells(size_t(grid.columns()));
        if (random.bounded(5) > 0) {
            const int at = random.bounded(int(left.size()));
            cells.front() = left[size_t(at)];
            left.erase(left.begin() + at);
            for (size_t column = 1; column < cells.size(); ++column)
                cells[column] = values[size_t(random.bounded(int(values.size())))];
        }
        grid.appendRow(cells);
    }
    return grid;
}

// The class of a pair by its definition.
RowChange classOf(const Grid &existing, const Grid &desired, const RowPair &pair)
{
    if (pair.desired < 0)
        return RowChange::Gone;
    if (pair.existing < 0)
        return RowChange::New;
    for (int column = 0; column < std::max(existing.columns(), desired.columns()); ++column) {
        if (!sameValue(existing.at(pair.existing, column), desired.at(pair.desired, column)))
            return RowChange::Changed;
    }
    return pair.existing == pair.desired ? RowChange::Equal : RowChange::Moved;
}

qint64 countOf(const KeyDiff &diff, RowChange change)
{
    return std::ranges::count(diff.rows, change, &RowPair::change);
}

std::set<std::pair<int, int>> cellsOf(const Diff &diff)
{
    std::set<std::pair<int, int>> cells;
    for (const Span &span : diff.spans) {
        for (int column = span.first; column <= span.last; ++column)
            cells.insert({span.row, column});
    }
    return cells;
}

} // namespace

class TestKeyDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertedRowMovesThoseBelow()
    {
        const Grid existing = gridOf({{text("a"), number("1")}, {text("b"), number("2")}});
        const Grid desired = gridOf({{text("a"), number("1")}, {text("new"), number("9")}, {text("b"), number("2.0")}});
        const auto diff = keyDiff(existing, desired, first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->rows,
                 (std::vector<RowPair>{{0, 0, RowChange::Equal}, {-1, 1, RowChange::New}, {1, 2, RowChange::Moved}}));
        QCOMPARE(diff->equal, 1);
        QCOMPARE(diff->added, 1);
        QCOMPARE(diff->moved, 1);
        QCOMPARE(diff->changed, 0);
        QCOMPARE(diff->gone, 0);
        QCOMPARE(diff->changedCells, 0);
        QCOMPARE(diff->writtenCells, 4);
        QCOMPARE(diff->movedCells, 2);
    }

    void deletedRowIsGone()
    {
        const Grid existing = gridOf({{text("a"), number("1")}, {text("b"), number("2")}, {text("c"), number("1")}});
        const Grid desired = gridOf({{text("a"), number("1")}, {text("c"), number("1")}});
        const auto diff = keyDiff(existing, desired, first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->rows,
                 (std::vector<RowPair>{{0, 0, RowChange::Equal}, {1, -1, RowChange::Gone}, {2, 1, RowChange::Moved}}));
        QCOMPARE(diff->gone, 1);
        QCOMPARE(diff->writtenCells, 4);
        QCOMPARE(diff->movedCells, 4); // the row that is cleared was that of c
    }

    void clearedCellsOfAGoneRowAreNotMoved()
    {
        const auto diff = keyDiff(gridOf({{text("a")}, {text("b")}}), gridOf({{text("a")}}), first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->gone, 1);
        QCOMPARE(diff->writtenCells, 1);
        QCOMPARE(diff->movedCells, 0);
    }

    void movedRowsMayBeChanged()
    {
        const Grid existing = gridOf({{text("a"), number("1"), text("x")}, {text("b"), number("2"), text("x")}});
        const Grid desired = gridOf({{text("b"), number("3"), text("x")}, {text("a"), number("1"), text("x")}});
        const auto diff = keyDiff(existing, desired, first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->rows, (std::vector<RowPair>{{1, 0, RowChange::Changed}, {0, 1, RowChange::Moved}}));
        QCOMPARE(diff->changed, 1);
        QCOMPARE(diff->moved, 1);
        QCOMPARE(diff->changedCells, 1);
        QCOMPARE(diff->writtenCells, 4);
        QCOMPARE(diff->movedCells, 3);
        QCOMPARE(changedColumns(existing, desired, diff->rows[0]), std::vector{1});
        QCOMPARE(changedColumns(existing, desired, diff->rows[1]), std::vector<int>());
    }

    void renamedKeyIsAnotherRow()
    {
        const Grid existing = gridOf({{text("a"), number("1"), blank}});
        const Grid desired = gridOf({{text("b"), number("1"), blank}});
        const auto diff = keyDiff(existing, desired, first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->rows, (std::vector<RowPair>{{0, -1, RowChange::Gone}, {-1, 0, RowChange::New}}));
        QCOMPARE(changedColumns(existing, desired, diff->rows[0]), (std::vector{0, 1}));
        QCOMPARE(changedColumns(existing, desired, diff->rows[1]), (std::vector{0, 1}));
        QCOMPARE(diff->writtenCells, 1);
        QCOMPARE(diff->movedCells, 0);
    }

    void textOfDigitsIsAnotherKeyThanTheNumber()
    {
        const auto diff =
            keyDiff(gridOf({{text("00123")}, {number("7.0")}}), gridOf({{number("123")}, {number("7")}}), first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->added, 1);
        QCOMPARE(diff->gone, 1);
        QCOMPARE(diff->equal, 1);
    }

    void ambiguousKeyIsRefused_data()
    {
        QTest::addColumn<QList<Cell>>("existing");
        QTest::addColumn<QList<Cell>>("desired");
        QTest::addColumn<Side>("side");
        QTest::newRow("repeated in the sheet") << QList{text("a"), text("a")} << QList{text("a")} << Side::Sheet;
        QTest::newRow("repeated in the source") << QList{text("a")} << QList{text("a"), text("a")} << Side::Source;
        QTest::newRow("empty in the sheet") << QList{text("a"), blank} << QList{text("a")} << Side::Sheet;
        QTest::newRow("empty in the source") << QList{text("a")} << QList{text("a"), blank} << Side::Source;
        QTest::newRow("formula in the sheet")
            << QList{Cell{CellKind::Formula, "=A1"}} << QList{text("a")} << Side::Sheet;
        QTest::newRow("kept twice") << QList{text("a"), text("b")} << QList{keep, text("a")} << Side::Source;
    }
    void ambiguousKeyIsRefused()
    {
        QFETCH(const QList<Cell>, existing);
        QFETCH(const QList<Cell>, desired);
        const auto gridWith = [](const QList<Cell> &keys) {
            Grid grid;
            for (const Cell &key : keys)
                grid.appendRow(std::array{key, text("x")});
            return grid;
        };
        const auto diff = keyDiff(gridWith(existing), gridWith(desired), first, 0);
        QVERIFY(!diff);
        QCOMPARE(diff.error().kind, Core::ErrorKind::AmbiguousKey);
        QVERIFY(diff.error().cause.as<KeyFaults>());
        QTEST(diff.error().cause.as<KeyFaults>()->side, "side");
    }

    void headerRowsAreComparedByPosition()
    {
        const Grid existing = gridOf({{text("Account"), text("Old"), text("More")}, {text("a"), number("1"), blank}});
        const Grid desired = gridOf({{text("Account"), text("New")}, {text("a"), number("1")}});
        const auto diff = keyDiff(existing, desired, first, 1);
        QVERIFY(diff);
        QCOMPARE(diff->headerCells, 2);
        QCOMPARE(diff->writtenCells, 0);
        QCOMPARE(diff->rows, (std::vector<RowPair>{{1, 1, RowChange::Equal}}));
        const auto initial = keyDiff(Grid(), desired, Key{0}, 1);
        QVERIFY(initial);
        QCOMPARE(initial->headerCells, 2);
        QCOMPARE(initial->added, 1);
        QCOMPARE(keyDiff(Grid(), Grid(), Key{0}, 1)->headerCells, 0);
    }

    void goneRowsFollowTheRowsThatTheyFollowed()
    {
        const Grid existing =
            gridOf({{text("top")}, {text("a")}, {text("b")}, {text("after b")}, {blank}, {text("too")}, {text("c")}});
        const Grid desired = gridOf({{text("c")}, {text("new")}, {text("b")}, {text("a")}});
        const auto diff = keyDiff(existing, desired, first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->rows,
                 (std::vector<RowPair>{{0, -1, RowChange::Gone},
                                       {6, 0, RowChange::Moved},
                                       {-1, 1, RowChange::New},
                                       {2, 2, RowChange::Equal},
                                       {3, -1, RowChange::Gone},
                                       {5, -1, RowChange::Gone},
                                       {1, 3, RowChange::Moved}}));
    }

    void keptCellsCountAsEqual()
    {
        const Cell formula{CellKind::Formula, "=B1"};
        const Grid existing = gridOf(
            {{text("a"), number("1"), formula}, {text("b"), number("2"), formula}, {text("c"), number("3"), blank}});
        const Grid desired =
            gridOf({{keep, keep, keep}, {text("b"), number("5"), keep}, {text("c"), number("3"), keep}});
        const auto diff = keyDiff(existing, desired, first, 0);
        QVERIFY(diff);
        QCOMPARE(
            diff->rows,
            (std::vector<RowPair>{{0, 0, RowChange::Equal}, {1, 1, RowChange::Changed}, {2, 2, RowChange::Equal}}));
        QCOMPARE(diff->changedCells, 1);
        QCOMPARE(diff->writtenCells, 1);
    }

    void oneInsertedRowIsOneNewRowHoweverManyFollow()
    {
        constexpr int rows = 100'000;
        Grid existing;
        Grid desired;
        desired.appendRow(std::array{text("new"), number("0"), text("same")});
        for (int row = 0; row < rows; ++row) {
            const std::string id = "Account " + std::to_string(row);
            const std::string amount = std::to_string(row) + ".50";
            const std::array cells{Cell::ofText(id), Cell::ofNumber(amount), text("same")};
            existing.appendRow(cells);
            desired.appendRow(cells);
        }
        const auto diff = keyDiff(existing, desired, first, 0);
        QVERIFY(diff);
        QCOMPARE(diff->added, 1);
        QCOMPARE(diff->moved, rows);
        QCOMPARE(diff->changed + diff->gone + diff->equal, 0);
        QCOMPARE(diff->changedCells, 0);
        QCOMPARE(diff->writtenCells, 2 * rows + 3);
        QCOMPARE(diff->movedCells, 2 * rows + 3 - 2);
    }

    void everyRowHasOneClass()
    {
        constexpr quint32 seed = 20261127;
        QRandomGenerator random(seed);
        for (int i = 0; i < 5'000; ++i) {
            const QByteArray round = "seed " + QByteArray::number(seed) + ", round " + QByteArray::number(i);
            const Grid existing = anyGrid(random);
            const Grid desired = anyGrid(random);
            const auto diff = keyDiff(existing, desired, first, 0);
            QVERIFY2(diff, round.constData());

            std::set<int> had;
            std::set<int> wanted;
            for (const RowPair &pair : diff->rows) {
                QVERIFY2(pair.existing < 0 || had.insert(pair.existing).second, round.constData());
                QVERIFY2(pair.desired < 0 || pair.desired > (wanted.empty() ? -1 : *wanted.rbegin()),
                         round.constData());
                if (pair.desired >= 0)
                    wanted.insert(pair.desired);
                QVERIFY2(pair.change == classOf(existing, desired, pair), round.constData());
                if (pair.existing >= 0 && pair.desired >= 0)
                    QVERIFY2(sameValue(existing.at(pair.existing, 0), desired.at(pair.desired, 0)), round.constData());
            }
            QCOMPARE(int(had.size()), filledRows(existing));
            QCOMPARE(int(wanted.size()), filledRows(desired));
            for (const RowPair &gone : diff->rows) {
                for (const RowPair &added : diff->rows)
                    QVERIFY2(gone.desired >= 0 || added.existing >= 0
                                 || !sameValue(existing.at(gone.existing, 0), desired.at(added.desired, 0)),
                             round.constData());
            }

            QCOMPARE(diff->equal, countOf(*diff, RowChange::Equal));
            QCOMPARE(diff->moved, countOf(*diff, RowChange::Moved));
            QCOMPARE(diff->changed, countOf(*diff, RowChange::Changed));
            QCOMPARE(diff->added, countOf(*diff, RowChange::New));
            QCOMPARE(diff->gone, countOf(*diff, RowChange::Gone));
        }
    }

    void cellsAreThoseOfTheDifferenceByCell()
    {
        constexpr quint32 seed = 20261128;
        QRandomGenerator random(seed);
        for (int i = 0; i < 5'000; ++i) {
            const QByteArray round = "seed " + QByteArray::number(seed) + ", round " + QByteArray::number(i);
            const Grid existing = anyGrid(random);
            const Grid desired = anyGrid(random);
            const auto byKey = keyDiff(existing, desired, first, 0);
            QVERIFY2(byKey, round.constData());
            const auto written = cellsOf(diff(existing, desired));
            QCOMPARE(byKey->writtenCells, qint64(written.size()));

            qint64 changed = 0;
            qint64 moved = qint64(written.size());
            for (const RowPair &pair : byKey->rows) {
                const std::vector<int> columns = changedColumns(existing, desired, pair);
                if (pair.change == RowChange::Changed)
                    changed += qint64(columns.size());
                if (pair.existing >= 0 && pair.desired >= 0) {
                    for (const int column : columns)
                        moved -= qint64(written.count({pair.desired, column}));
                }
                for (int column = 0; column < desired.columns() || column < existing.columns(); ++column) {
                    const bool isOfANewRow = pair.existing < 0 && written.contains({pair.desired, column});
                    const bool isOfAGoneRow = pair.desired < 0 && written.contains({pair.existing, column})
                        && !isFilled(desired, pair.existing);
                    moved -= isOfANewRow || isOfAGoneRow;
                }
            }
            QCOMPARE(byKey->changedCells, changed);
            QCOMPARE(byKey->movedCells, moved);
        }
    }

    void bothLensesTellTheSameCellsWhenNothingMoves()
    {
        constexpr quint32 seed = 20261129;
        QRandomGenerator random(seed);
        for (int i = 0; i < 2'000; ++i) {
            const QByteArray round = "seed " + QByteArray::number(seed) + ", round " + QByteArray::number(i);
            const Grid existing = anyGrid(random);
            Grid desired = existing.copy();
            for (int row = 0; row < desired.rows(); ++row) { // some values change, some rows go
                const bool goes = random.bounded(6) == 0;
                for (int column = goes ? 0 : 1; column < desired.columns(); ++column) {
                    if (isFilled(existing, row) && (goes || random.bounded(3) == 0))
                        desired.set(row, column, goes ? blank : text("changed"));
                }
            }
            if (random.bounded(2) == 0)
                desired.set(desired.rows(), 0, text("new"));
            const auto byKey = keyDiff(existing, desired, first, 0);
            QVERIFY2(byKey, round.constData());
            QCOMPARE(byKey->moved, 0);
            QCOMPARE(byKey->movedCells, 0);
            std::set<std::pair<int, int>> cells;
            for (const RowPair &pair : byKey->rows) {
                for (const int column : changedColumns(existing, desired, pair))
                    cells.insert({pair.desired < 0 ? pair.existing : pair.desired, column});
            }
            QVERIFY2(cells == cellsOf(diff(existing, desired)), round.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestKeyDiff)
#include "tst_keydiff.moc"
