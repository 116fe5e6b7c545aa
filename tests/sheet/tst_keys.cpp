#include "sheet/keys.h"

#include "support/testgrid.h"

#include <QTest>

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

namespace {

const Cell formula{CellKind::Formula, "=A1"};
const Cell unreadable{CellKind::Unreadable, "?"};

// Rows with a key of one column.
KeyedRows keyed(const Grid &grid, const Key &key, int headerRows = 0)
{
    return {.grid = grid, .key = key, .headerRows = headerRows, .columns = grid.columns()};
}

std::string account(int number)
{
    return "A" + std::to_string(number);
}

Grid accounts(int rows)
{
    Grid grid;
    for (int row = 0; row < rows; ++row) {
        const std::string id = account(row);
        const std::string amount = std::to_string(row % 100);
        grid.appendRow(std::array{Cell::ofText(id), Cell::ofNumber(amount)});
    }
    return grid;
}

// Of all columns.
std::optional<Key> suggestion(const Grid &existing, const Grid &desired, int headerRows)
{
    Key all(size_t(desired.columns()));
    std::iota(all.begin(), all.end(), 0);
    return suggestKey(existing, desired, all, headerRows);
}

} // namespace

class TestKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowIsFoundByTheValueOfItsKey_data()
    {
        QTest::addColumn<Cell>("value");
        QTest::addColumn<int>("row");
        QTest::newRow("text") << text("00123") << 0;
        QTest::newRow("number") << number("123") << 1;
        QTest::newRow("number in another form") << number("1.23e2") << 1;
        QTest::newRow("fraction in another form") << number("1.50") << 2;
        QTest::newRow("boolean") << Cell::ofBoolean(true) << 3;
        QTest::newRow("text of digits is no number") << text("123") << -1;
        QTest::newRow("number is no text") << number("1.51") << -1;
        QTest::newRow("another case") << text("CASH") << -1;
        QTest::newRow("space counts") << text("Cash ") << -1;
        QTest::newRow("long text") << text("A text that is longer than a slot") << 5;
        QTest::newRow("blank") << blank << -1;
        QTest::newRow("formula") << formula << -1;
        QTest::newRow("unreadable") << unreadable << -1;
        QTest::newRow("nothing left") << keep << -1;
    }
    void rowIsFoundByTheValueOfItsKey()
    {
        QFETCH(const Cell, value);
        const Grid grid = gridOf({{text("00123")},
                                  {number("123")},
                                  {number("1.5")},
                                  {Cell::ofBoolean(true)},
                                  {text("Cash")},
                                  {text("A text that is longer than a slot")},
                                  {blank},
                                  {formula},
                                  {unreadable}});
        const Key key{0};
        const Grid other = gridOf({{value}});
        QTEST(KeyIndex(keyed(grid, key)).firstRow(keyed(other, key), 0), "row");
    }

    // Of so many keys, some have the same hash.
    void everyRowFindsItself()
    {
        const Grid grid = accounts(300'000);
        const Key key{0};
        const KeyIndex index(keyed(grid, key));
        QVERIFY(index.identifiesAll());
        for (int row = 0; row < grid.rows(); ++row)
            QCOMPARE(index.firstRow(keyed(grid, key), row), row);
    }

    void firstOfEqualKeysIsFound()
    {
        const Grid grid = gridOf({{text("b")}, {text("a")}, {text("a")}, {text("a")}});
        const Key key{0};
        QCOMPARE(KeyIndex(keyed(grid, key)).firstRow(keyed(grid, key), 3), 1);
    }

    // Values are compared column by column: neither their order nor their concatenation is the key.
    void keyOfSeveralColumnsIsComparedByColumn()
    {
        const Grid grid = gridOf({{text("a"), text("b")}, {text("b"), text("a")}, {text("ab"), text("c")}});
        const Key key{0, 1};
        const KeyIndex index(keyed(grid, key));
        QVERIFY(index.identifiesAll());
        QCOMPARE(index.firstRow(keyed(grid, key), 1), 1);
        const Grid other = gridOf({{text("a"), text("bc")}});
        QCOMPARE(index.firstRow(keyed(other, key), 0), -1);
    }

    void headerAndBlankRowsHaveNoKey()
    {
        const Grid grid = gridOf({{text("a"), blank}, {text("a"), blank}, {blank, text("")}});
        const Key key{0};
        QVERIFY(KeyIndex(keyed(grid, key, 1)).identifiesAll());
        QCOMPARE(KeyIndex(keyed(grid, key, 1)).firstRow(keyed(grid, key), 0), 1);
        QCOMPARE(KeyIndex(keyed(grid, key)).firstRow(keyed(grid, key, 1), 0), -1);
        QVERIFY(!KeyIndex(keyed(grid, key)).identifiesAll());
    }

    void blankRowMayHaveCellsBeyondItsColumns()
    {
        const Grid grid = gridOf({{text("a"), blank, blank}, {blank, blank, text("Footnote")}});
        const Key key{0};
        QVERIFY(KeyIndex({.grid = grid, .key = key, .columns = 2}).identifiesAll());
        QVERIFY(!KeyIndex({.grid = grid, .key = key, .columns = 3}).identifiesAll());
    }

    void keptCellsHaveTheValuesBelow()
    {
        const Grid desired = gridOf({{keep}, {text("b")}, {keep}});
        const Grid existing = gridOf({{text("a")}, {text("c")}, {blank}});
        const Key key{0};
        const KeyedRows rows{.grid = desired, .key = key, .columns = 1, .below = &existing};
        const KeyIndex index(rows);
        QVERIFY(index.identifiesAll());
        QCOMPARE(index.firstRow(keyed(existing, key), 0), 0);
        QCOMPARE(index.firstRow(keyed(existing, key), 1), -1);
    }

    void faultsAreCountedWithTheFirstExamples()
    {
        const Grid grid = gridOf({{text("Account"), text("Part")},
                                  {number("7"), text("x")},
                                  {text("b"), text("x")},
                                  {text("c"), blank},
                                  {number("7.0"), text("x")},
                                  {text("b"), text("y")},
                                  {blank, text("x")},
                                  {formula, text("x")},
                                  {text("b"), text("x")},
                                  {text("b"), unreadable},
                                  {number("70e-1"), text("x")},
                                  {number("7.00"), text("x")}});
        const Key key{0, 1};
        const auto index = keyIndex(keyed(grid, key, 1), Side::Sheet);
        QVERIFY(!index);
        QCOMPARE(index.error().kind, Core::ErrorKind::AmbiguousKey);
        const auto *faults = index.error().cause.as<KeyFaults>();
        QVERIFY(faults);
        const KeyFaults expected{.side = Side::Sheet,
                                 .repeatedKeys = 2,
                                 .emptyRows = 2,
                                 .unknownRows = 2,
                                 .repeated = {{u"7, x"_s, {1, 4, 10}}, {u"b, x"_s, {2, 8}}},
                                 .empty = {3, 6},
                                 .unknown = {7, 9}};
        QCOMPARE(*faults, expected);
    }

    void anyFaultIsEnough()
    {
        const Key key{0};
        for (const Cell &cell : {text("a"), blank, formula, unreadable}) {
            const Grid grid = gridOf({{text("a"), text("x")}, {cell, text("x")}});
            QVERIFY(!KeyIndex(keyed(grid, key)).identifiesAll());
        }
    }

    void examplesAreFew()
    {
        Grid grid;
        for (int row = 0; row < 100; ++row) {
            const std::string id = account(row / 2);
            grid.appendRow(std::array{Cell::ofText(id), text("x")});
            grid.appendRow(std::array{blank, text("x")});
            grid.appendRow(std::array{formula, text("x")});
        }
        const Key key{0};
        const KeyFaults faults = KeyIndex(keyed(grid, key)).faults(Side::Source);
        QCOMPARE(faults.side, Side::Source);
        QCOMPARE(faults.repeatedKeys, 50);
        QCOMPARE(faults.emptyRows, 100);
        QCOMPARE(faults.unknownRows, 100);
        QCOMPARE(faults.repeated,
                 (std::vector<KeyFaults::Repeated>{{u"A0"_s, {0, 3}}, {u"A1"_s, {6, 9}}, {u"A2"_s, {12, 15}}}));
        QCOMPARE(faults.empty, (std::vector{1, 4, 7}));
        QCOMPARE(faults.unknown, (std::vector{2, 5, 8}));
    }

    void keyWithoutColumnsIsEmpty()
    {
        const Grid grid = gridOf({{text("a")}, {blank}});
        QCOMPARE(KeyIndex(keyed(grid, {})).faults(Side::Source).emptyRows, 1);
    }

    void keyOutsideTheGridIsEmpty()
    {
        const Grid grid = gridOf({{text("a")}, {text("b")}});
        const Key key{4};
        QCOMPARE(KeyIndex(keyed(grid, key)).faults(Side::Source).emptyRows, 2);
    }

    void indexedRowsAreIdentified()
    {
        const Grid grid = accounts(3);
        const Key key{0};
        const auto index = keyIndex(keyed(grid, key), Side::Source);
        QVERIFY(index);
        QCOMPARE(index->firstRow(keyed(grid, key), 2), 2);
    }

    void fewestLeftmostColumnsAreSuggested_data()
    {
        QTest::addColumn<QList<QByteArrayList>>("rows");
        QTest::addColumn<QList<int>>("key");
        // #5 is a number, ! a formula, nothing a blank.
        QTest::newRow("first of two") << QList<QByteArrayList>{{"a", "x"}, {"b", "y"}} << QList{0};
        QTest::newRow("not the first") << QList<QByteArrayList>{{"a", "x"}, {"a", "y"}} << QList{1};
        QTest::newRow("text before numbers") << QList<QByteArrayList>{{"#1", "x"}, {"#2", "y"}} << QList{1};
        QTest::newRow("numbers if need be") << QList<QByteArrayList>{{"#1", "x"}, {"#2", "x"}} << QList{0};
        QTest::newRow("one number before two texts")
            << QList<QByteArrayList>{{"a", "x", "#1"}, {"a", "y", "#2"}, {"b", "x", "#3"}} << QList{2};
        QTest::newRow("two texts before a number and a text")
            << QList<QByteArrayList>{{"#1", "a", "x"}, {"#2", "a", "y"}, {"#1", "b", "x"}} << QList{1, 2};
        QTest::newRow("number and text in their order")
            << QList<QByteArrayList>{{"#1", "a"}, {"#2", "a"}, {"#1", "b"}, {"#2", "b"}} << QList{0, 1};
        QTest::newRow("two of three") << QList<QByteArrayList>{{"a", "m", "x"}, {"a", "n", "x"}, {"b", "m", "x"}}
                                      << QList{0, 1};
        QTest::newRow("three") << QList<QByteArrayList>{{"a", "m", "x"}, {"a", "m", "y"}, {"a", "n", "x"},
                                                        {"b", "m", "x"}, {"b", "n", "y"}, {"b", "n", "x"},
                                                        {"a", "n", "y"}}
                               << QList{0, 1, 2};
        QTest::newRow("no column with a blank") << QList<QByteArrayList>{{"a", "x"}, {"", "y"}} << QList{1};
        QTest::newRow("no column with a formula") << QList<QByteArrayList>{{"a", "x"}, {"!", "y"}} << QList{1};
        QTest::newRow("blank rows do not count")
            << QList<QByteArrayList>{{"a", "x"}, {"", ""}, {"b", "x"}, {"", ""}} << QList{0};
        QTest::newRow("none") << QList<QByteArrayList>{{"a", "x"}, {"a", "x"}} << QList<int>{};
        QTest::newRow("no rows") << QList<QByteArrayList>{} << QList<int>{};
    }
    void fewestLeftmostColumnsAreSuggested()
    {
        QFETCH(const QList<QByteArrayList>, rows);
        QFETCH(const QList<int>, key);
        Grid grid = gridOf({{text("One"), text("Two"), text("Three")}});
        for (const QByteArrayList &row : rows) {
            std::vector<Cell> cells;
            for (const QByteArray &value : row) {
                const std::string_view all(value.constData(), size_t(value.size()));
                cells.push_back(all.starts_with('#') ? Cell::ofNumber(all.substr(1))
                                    : all == "!"     ? formula
                                                     : Cell::ofText(all));
            }
            grid.appendRow(cells);
        }
        const auto suggested = suggestion(Grid(), grid, 1);
        QCOMPARE(suggested.has_value(), !key.isEmpty());
        QCOMPARE(suggested.value_or(Key()), Key(key.begin(), key.end()));
        QCOMPARE(suggestion(grid, grid, 1), suggested);
    }

    void suggestedKeyIdentifiesTheRowsOfTheSheetToo()
    {
        const Grid desired = gridOf({{text("a"), text("x"), text("1")}, {text("b"), text("y"), text("2")}});
        QCOMPARE(suggestion(Grid(), desired, 0), std::optional(Key{0}));
        const Grid repeats = gridOf({{text("a"), text("x"), text("1")}, {text("a"), text("y"), text("2")}});
        QCOMPARE(suggestion(repeats, desired, 0), std::optional(Key{1}));
        const Grid hasBlanks = gridOf({{text("a"), text("x"), text("1")}, {text("a"), blank, text("2")}});
        QCOMPARE(suggestion(hasBlanks, desired, 0), std::optional(Key{2}));
    }

    void onlyPossibleColumnsAreSuggested()
    {
        const Grid desired = gridOf({{text("a"), text("x")}, {text("b"), text("y")}});
        QCOMPARE(suggestKey(Grid(), desired, Key{1}, 0), std::optional(Key{1}));
        QCOMPARE(suggestKey(Grid(), desired, Key{}, 0), std::nullopt);
    }

    // The first rows of a DataSet may be unlike the rest.
    void allRowsCountForASuggestion()
    {
        Grid desired = accounts(3'000);
        for (int row = 0; row < desired.rows(); ++row) {
            const std::string id = "B" + std::to_string(row);
            desired.set(row, 2, Cell::ofText(id));
        }
        QCOMPARE(suggestion(Grid(), desired, 0), std::optional(Key{0}));
        desired.set(2'999, 0, text("A0"));
        QCOMPARE(suggestion(Grid(), desired, 0), std::optional(Key{2}));
        desired.set(2'999, 2, blank);
        QCOMPARE(suggestion(Grid(), desired, 0), std::optional(Key{0, 1}));
    }

    void keptCellsCountAsTheSheetsForASuggestion()
    {
        const Grid existing = gridOf({{text("a")}, {text("b")}});
        QCOMPARE(suggestion(existing, gridOf({{keep}, {keep}}), 0), std::optional(Key{0}));
        QCOMPARE(suggestion(existing, gridOf({{keep}, {text("a")}}), 0), std::nullopt);
    }

    void manyColumnsAreCombinedWithinBounds()
    {
        Grid desired(200);
        std::vector<Cell> cells(200, text("x"));
        desired.appendRow(cells);
        desired.appendRow(cells);
        QCOMPARE(suggestion(Grid(), desired, 0), std::nullopt);
        desired.set(1, 199, text("y"));
        QCOMPARE(suggestion(Grid(), desired, 0), std::optional(Key{199}));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
