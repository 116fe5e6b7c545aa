#include "sheet/updatemethod.h"

#include "sheet/diff.h"
#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

namespace {

using enum UpdateMethod::Kind;

const Cell formula{CellKind::Formula, "=A1"};
const Cell unreadable{CellKind::Unreadable, "?"};
const UpdateMethod upsert{.kind = Upsert, .keys = {0}};
const UpdateMethod partition{.kind = Partition, .partition = {0}};

bool areSameCells(const Grid &a, const Grid &b)
{
    if (a.rows() != b.rows() || a.columns() != b.columns())
        return false;
    for (int row = 0; row < a.rows(); ++row) {
        for (int column = 0; column < a.columns(); ++column) {
            if (!isSameCell(a.at(row, column), b.at(row, column)))
                return false;
        }
    }
    return true;
}

// What the sheet holds after the desired grid was written.
Grid written(const Grid &existing, const Grid &desired)
{
    Grid sheet = existing.copy();
    for (const Span &span : diff(existing, desired).spans) {
        for (int column = span.first; column <= span.last; ++column)
            sheet.set(span.row, column, desired.at(span.row, column));
    }
    return sheet;
}

template <typename T> const T *causeOf(const Core::Result<Grid> &composed, Core::ErrorKind kind)
{
    return composed || composed.error().kind != kind ? nullptr : composed.error().cause.as<T>();
}

const KeyFaults *faultsOf(const Core::Result<Grid> &composed)
{
    return causeOf<KeyFaults>(composed, Core::ErrorKind::AmbiguousKey);
}

// A row as one text, in which equal cells are equal.
std::string rowText(const Grid &grid, int row, int columns)
{
    std::string text;
    for (int column = 0; column < columns; ++column) {
        const Cell cell = grid.at(row, column);
        if (!cell.isBlank())
            text.append(std::to_string(int(cell.kind))).append(cell.text);
        text += '|';
    }
    return text;
}

std::vector<std::string> rowTexts(const Grid &grid, int from, int columns)
{
    std::vector<std::string> texts;
    for (int row = from; row < grid.rows(); ++row)
        texts.push_back(rowText(grid, row, columns));
    const std::string blankRow(size_t(columns), '|');
    while (!texts.empty() && texts.back() == blankRow)
        texts.pop_back();
    return texts;
}

constexpr int sourceColumns = 3;

// A header, rows of three columns, and in a sheet a fourth with formulas and notes, and blank rows at the end.
struct Tables
{
    Grid existing;
    Grid source;
};

Cell anyOf(QRandomGenerator &random, std::span<const Cell> cells)
{
    return cells[size_t(random.bounded(int(cells.size())))];
}

Tables anyTables(QRandomGenerator &random, bool hasUniqueKeys)
{
    static const std::array keys{text("a"), text("b"), text("00123"), number("123"), number("7"), text("7"), text("c")};
    static const std::array values{blank, text("x"), text("y"), number("1"), number("2"), Cell::ofBoolean(true)};
    static const std::array names{text("Key"), text("One"), text("Two")};
    Tables tables{Grid(sourceColumns + 1), Grid(sourceColumns)};
    for (Grid *grid : {&tables.existing, &tables.source}) {
        if (grid == &tables.source || random.bounded(4) > 0)
            grid->appendRow(names);
        else
            grid->appendRow({});
        std::vector<Cell> left(keys.begin(), keys.end());
        for (int rows = random.bounded(6); rows > 0; --rows) {
            const int at = random.bounded(int(left.size()));
            std::vector<Cell> cells{left[size_t(at)], anyOf(random, values), anyOf(random, values)};
            if (hasUniqueKeys)
                left.erase(left.begin() + at);
            if (grid == &tables.existing)
                cells.push_back(random.bounded(3) == 0 ? formula : blank);
            grid->appendRow(cells);
        }
    }
    for (int rows = random.bounded(3); rows > 0; --rows)
        tables.existing.appendRow({});
    return tables;
}

QByteArray roundText(quint32 seed, int round)
{
    return "seed " + QByteArray::number(seed) + ", round " + QByteArray::number(round);
}

} // namespace

class TestUpdateMethod final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldValueStaysInItsRowAndIsBlankInANewOne()
    {
        const Grid existing =
            gridOf({{text("South"), number("5"), text("sold")}, {text("North"), number("1"), text("kept")}});
        const Grid source = gridOf({{text("North"), number("2"), keep},
                                    {text("East"), keep, text("new")},
                                    {text("West"), number("3"), keep},
                                    {keep, keep, keep}});
        const auto desired = compose(existing, source.copy(), upsert, 0);
        QVERIFY(desired);
        const Grid sheet = written(existing, *desired);
        QVERIFY(areSameCells(sheet,
                             gridOf({{text("South"), number("5"), text("sold")},
                                     {text("North"), number("2"), text("kept")},
                                     {text("East"), blank, text("new")},
                                     {text("West"), number("3"), blank}})));
    }

    void oldValueIsNoKey()
    {
        const auto composed = compose(gridOf({{text("North"), number("1")}}), gridOf({{keep, number("2")}}), upsert, 0);
        const KeyFaults *faults = faultsOf(composed);
        QVERIFY(faults);
        QCOMPARE(faults->emptyRows, 1);
    }

    void everyMethodIsFoundByItsName_data()
    {
        QTest::addColumn<UpdateMethod::Kind>("kind");
        QTest::newRow("replace") << Replace;
        QTest::newRow("append") << Append;
        QTest::newRow("upsert") << Upsert;
        QTest::newRow("partition") << Partition;
    }
    void everyMethodIsFoundByItsName()
    {
        QFETCH(const UpdateMethod::Kind, kind);
        const QString text = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(name({.kind = kind}), text);
        QCOMPARE(updateMethod(text), std::optional(UpdateMethod{.kind = kind}));
    }

    void unknownNameIsNoMethod()
    {
        QVERIFY(!updateMethod(QString()));
        QVERIFY(!updateMethod(u"erase"_s));
    }

    void replaceGivesTheSource()
    {
        const Grid existing = gridOf({{text("Old"), text("Name"), text("More")}});
        const auto composed =
            compose(existing, gridOf({{text("Account"), text("Balance")}, {text("007"), number("1.50")}}), {}, 1);
        QVERIFY(composed);
        const Grid &desired = *composed;
        QCOMPARE(desired.rows(), 2);
        QCOMPARE(desired.columns(), 2);
        QVERIFY(isSameCell(desired.at(0, 1), text("Balance")));
        QVERIFY(isSameCell(desired.at(1, 0), text("007")));
        QVERIFY(isSameCell(desired.at(1, 1), number("1.50")));
    }

    void nothingReplacesWhatThereIs()
    {
        const auto composed = compose(gridOf({{text("Old")}}), Grid(), {}, 0);
        QVERIFY(composed);
        QVERIFY(composed->isEmpty());
    }

    void rowsAreAppendedBelowTheLast()
    {
        const Grid existing = gridOf({{text("Day"), text("Amount"), text("Note")},
                                      {text("d1"), number("1"), formula},
                                      {text("d2"), formula, blank},
                                      {text(""), blank, blank},
                                      {blank, blank, blank}});
        const auto composed = compose(existing,
                                      gridOf({{text("Day"), text("Amount")},
                                              {text("d3"), number("3")},
                                              {text("d3"), blank},
                                              {text("d4"), number("4")}}),
                                      {.kind = Append}, 1);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed,
                             gridOf({{keep, keep, keep},
                                     {keep, keep, keep},
                                     {keep, keep, keep},
                                     {text("d3"), number("3"), keep},
                                     {text("d3"), blank, keep},
                                     {text("d4"), number("4"), keep}})));
    }

    void headerIsWrittenOnce_data()
    {
        QTest::addColumn<UpdateMethod::Kind>("kind");
        QTest::newRow("append") << Append;
        QTest::newRow("upsert") << Upsert;
        QTest::newRow("partition") << Partition;
    }
    void headerIsWrittenOnce()
    {
        QFETCH(const UpdateMethod::Kind, kind);
        const UpdateMethod method{.kind = kind, .keys = {0}, .partition = {0}};
        const auto source = [] { return gridOf({{text("Day"), text("Amount")}, {text("d1"), number("1")}}); };
        for (const Grid &empty : {Grid(), gridOf({{blank, text("")}, {blank, blank}})}) {
            const auto composed = compose(empty, source(), method, 1);
            QVERIFY(composed);
            QVERIFY(areSameCells(*composed, source()));
        }
        const Grid existing = gridOf({{text("Day"), blank}, {text("d0"), number("0")}});
        const auto composed = compose(existing, source(), method, 1);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed, gridOf({{keep, text("Amount")}, {keep, keep}, {text("d1"), number("1")}})));
    }

    void headerIsWrittenWithoutRows_data() { headerIsWrittenOnce_data(); }
    void headerIsWrittenWithoutRows()
    {
        QFETCH(const UpdateMethod::Kind, kind);
        const UpdateMethod method{.kind = kind, .keys = {0}, .partition = {0}};
        const auto composed = compose(Grid(), gridOf({{text("Day")}}), method, 1);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed, gridOf({{text("Day")}})));
    }

    void nothingChangesWithoutASource_data() { headerIsWrittenOnce_data(); }
    void nothingChangesWithoutASource()
    {
        QFETCH(const UpdateMethod::Kind, kind);
        const UpdateMethod method{.kind = kind, .keys = {0}, .partition = {0}};
        const Grid existing = gridOf({{text("Day")}, {text("d1")}});
        const auto composed = compose(existing, Grid(), method, 1);
        QVERIFY(composed);
        QVERIFY(diff(existing, *composed).isEmpty());
        const auto nothing = compose(Grid(), Grid(), method, 1);
        QVERIFY(nothing);
        QVERIFY(diff(Grid(), *nothing).isEmpty());
    }

    void otherHeaderIsRefused_data() { headerIsWrittenOnce_data(); }
    void otherHeaderIsRefused()
    {
        QFETCH(const UpdateMethod::Kind, kind);
        const UpdateMethod method{.kind = kind, .keys = {0}, .partition = {0}};
        const Grid existing = gridOf({{text("Day"), text("Amount")}, {text("d0"), number("0")}});
        const auto composed =
            compose(existing, gridOf({{text("Day"), text("Currency")}, {text("d1"), text("EUR")}}), method, 1);
        const auto *other = causeOf<OtherColumn>(composed, Core::ErrorKind::OtherColumns);
        QVERIFY(other);
        QCOMPARE(*other, (OtherColumn{1, u"Amount"_s, u"Currency"_s}));
        QVERIFY(compose(existing, gridOf({{text("Day"), text("Currency")}, {text("d1"), text("EUR")}}), method, 0));
    }

    void landingRowFollowsTheLastFilledOne()
    {
        const Grid grid = gridOf({{text("Day"), text("Account")},
                                  {text("d1"), text("a")},
                                  {blank, text("b")},
                                  {text(""), formula},
                                  {blank, blank}});
        QCOMPARE(landingRow(grid, {.kind = Append}, 1), 2);
        QCOMPARE(landingRow(grid, {.kind = Append, .keys = {1, 0}}, 1), 4);
        QCOMPARE(landingRow(grid, {.kind = Append, .keys = {7}}, 1), 1);
        QCOMPARE(landingRow(grid, {.kind = Append}, 0), 2);
        QCOMPARE(landingRow(Grid(), {.kind = Append}, 1), 1);
        QCOMPARE(landingRow(Grid(), {.kind = Append}, 0), 0);
    }

    void rowsLandBelowTheLastOfTheFirstKey()
    {
        const Grid existing = gridOf({{blank, text("a")}, {blank, text("b")}});
        const auto composed = compose(existing, gridOf({{text("x"), text("c")}}), {.kind = Append, .keys = {1}}, 0);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed, gridOf({{keep, keep}, {keep, keep}, {text("x"), text("c")}})));
    }

    void rowsThatWouldBeOverwrittenAreRefused()
    {
        const Grid existing =
            gridOf({{text("a"), number("1")}, {blank, number("9")}, {blank, blank}, {blank, text("Total")}});
        const auto inSheet = compose(existing, gridOf({{text("b"), number("2")}}), {.kind = Append}, 0);
        QVERIFY(faultsOf(inSheet));
        QCOMPARE(*faultsOf(inSheet), (KeyFaults{.side = Side::Sheet, .emptyRows = 2, .empty = {1, 3}}));
        const auto inSource =
            compose(Grid(), gridOf({{text("b"), number("2")}, {blank, number("9")}}), {.kind = Append}, 0);
        QVERIFY(faultsOf(inSource));
        QCOMPARE(*faultsOf(inSource), (KeyFaults{.side = Side::Source, .emptyRows = 1, .empty = {1}}));
        const auto many = compose(
            gridOf(
                {{text("a"), blank}, {blank, text("x")}, {blank, text("x")}, {blank, text("x")}, {blank, text("x")}}),
            gridOf({{text("b"), number("2")}}), {.kind = Append}, 0);
        QVERIFY(faultsOf(many));
        QCOMPARE(*faultsOf(many), (KeyFaults{.side = Side::Sheet, .emptyRows = 4, .empty = {1, 2, 3}}));
        const Grid beyond = gridOf({{text("a"), number("1"), blank}, {blank, blank, text("Footnote")}});
        QVERIFY(compose(beyond, gridOf({{text("b"), number("2")}}), {.kind = Append}, 0));
    }

    void sameBatchIsNotAppendedTwice()
    {
        const Grid existing = gridOf({{text("Day"), text("Amount")},
                                      {text("d0"), number("5")},
                                      {text("d1"), number("1.50")},
                                      {text("d1"), blank},
                                      {blank, blank}});
        const auto batch = [] {
            return gridOf(
                {{text("Day"), text("Amount")}, {text("d1"), number("1.5")}, {text("d1"), text("")}, {blank, blank}});
        };
        const auto twice = compose(existing, batch(), {.kind = Append}, 1);
        const auto *repeated = causeOf<RepeatedRows>(twice, Core::ErrorKind::AlreadyAppended);
        QVERIFY(repeated);
        QCOMPARE(*repeated, (RepeatedRows{.row = 2, .rows = 2, .missing = 0}));
    }

    void partOfABatchIsNotDoubled()
    {
        const Grid existing = gridOf({{text("d0"), number("0")}, {blank, blank}, {text("d2"), number("2")}});
        const auto again =
            compose(existing, gridOf({{text("d1"), number("1")}, {text("d2"), number("2")}}), {.kind = Append}, 0);
        const auto *repeated = causeOf<RepeatedRows>(again, Core::ErrorKind::AlreadyAppended);
        QVERIFY(repeated);
        QCOMPARE(*repeated, (RepeatedRows{.row = 1, .rows = 2, .missing = 1}));
    }

    void similarBatchIsAppended_data()
    {
        QTest::addColumn<Cell>("key");
        QTest::addColumn<Cell>("amount");
        QTest::newRow("another amount") << text("00123") << number("2");
        QTest::newRow("another kind") << number("123") << number("1");
        QTest::newRow("another text") << text("123") << number("1");
        QTest::newRow("no amount") << text("00123") << blank;
    }
    void similarBatchIsAppended()
    {
        QFETCH(const Cell, key);
        QFETCH(const Cell, amount);
        const Grid existing = gridOf({{text("x"), number("1")}, {text("00123"), number("1")}});
        const auto composed = compose(existing, gridOf({{key, amount}}), {.kind = Append}, 0);
        QVERIFY(composed);
        QCOMPARE(composed->rows(), 3);
    }

    void knownRowsAreUpdatedInPlace()
    {
        const Grid existing = gridOf({{text("Account"), text("Balance"), text("Note")},
                                      {text("00123"), number("1"), formula},
                                      {number("123"), formula, text("n")},
                                      {text("b"), number("3"), blank},
                                      {blank, blank, blank}});
        const auto composed = compose(existing,
                                      gridOf({{text("Account"), text("Balance")},
                                              {text("z"), number("8")},
                                              {text("b"), blank},
                                              {number("123.0"), number("2")},
                                              {blank, blank},
                                              {text("a"), number("9")}}),
                                      upsert, 1);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed,
                             gridOf({{keep, keep, keep},
                                     {keep, keep, keep},
                                     {number("123.0"), number("2"), keep},
                                     {text("b"), blank, keep},
                                     {text("z"), number("8"), keep},
                                     {text("a"), number("9"), keep}})));
    }

    void rowsAreKnownByAllOfTheirKeys()
    {
        const Grid existing = gridOf({{text("a"), number("1"), text("x")}, {text("a"), number("2"), text("x")}});
        const auto composed =
            compose(existing, gridOf({{text("a"), number("2"), text("y")}, {text("b"), number("1"), text("z")}}),
                    {.kind = Upsert, .keys = {0, 1}}, 0);
        QVERIFY(composed);
        QVERIFY(areSameCells(
            *composed,
            gridOf({{keep, keep, keep}, {text("a"), number("2"), text("y")}, {text("b"), number("1"), text("z")}})));
    }

    void ambiguousKeysAreRefused_data()
    {
        QTest::addColumn<QList<Cell>>("existing");
        QTest::addColumn<QList<Cell>>("source");
        QTest::addColumn<Side>("side");
        QTest::addColumn<QList<int>>("faults"); // repeated keys, empty rows, unknown rows
        const auto row = [](const char *name, const QList<Cell> &existing, const QList<Cell> &source, Side side,
                            const QList<int> &faults) { QTest::newRow(name) << existing << source << side << faults; };
        row("twice in the source", {text("a")}, {text("b"), text("b")}, Side::Source, {1, 0, 0});
        row("twice in the sheet", {text("a"), text("b"), text("a")}, {text("b")}, Side::Sheet, {1, 0, 0});
        row("blank in the source", {text("a")}, {text("b"), blank}, Side::Source, {0, 1, 0});
        row("blank in the sheet", {blank, text("a")}, {text("b")}, Side::Sheet, {0, 1, 0});
        row("formula in the sheet", {formula, text("a")}, {text("b")}, Side::Sheet, {0, 0, 1});
        row("unreadable in the sheet", {unreadable}, {text("b")}, Side::Sheet, {0, 0, 1});
        row("both, the source first", {blank}, {text("b"), text("b")}, Side::Source, {1, 0, 0});
    }
    void ambiguousKeysAreRefused()
    {
        QFETCH(const QList<Cell>, existing);
        QFETCH(const QList<Cell>, source);
        QFETCH(const Side, side);
        QFETCH(const QList<int>, faults);
        const auto gridWith = [](const QList<Cell> &keys) {
            Grid grid;
            for (const Cell &key : keys)
                grid.appendRow(std::array{key, text("x")});
            return grid;
        };
        const auto composed = compose(gridWith(existing), gridWith(source), upsert, 0);
        const KeyFaults *found = faultsOf(composed);
        QVERIFY(found);
        QCOMPARE(found->side, side);
        QCOMPARE((QList{int(found->repeatedKeys), int(found->emptyRows), int(found->unknownRows)}), faults);
    }

    void methodWithoutItsColumnsIsRefused()
    {
        for (const UpdateMethod::Kind kind : {Upsert, Partition}) {
            QVERIFY(faultsOf(compose(Grid(), gridOf({{text("a")}}), {.kind = kind}, 0)));
            const UpdateMethod beyond{.kind = kind, .keys = {3}, .partition = {3}};
            QVERIFY(faultsOf(compose(Grid(), gridOf({{text("a")}}), beyond, 0)));
        }
    }

    void partitionIsReplacedWhereItBegan()
    {
        const Grid existing = gridOf({{text("Month"), text("Amount"), text("Check")},
                                      {text("m1"), number("1"), blank},
                                      {text("m2"), number("2"), blank},
                                      {text("m3"), number("3"), formula},
                                      {text("m2"), number("4"), formula},
                                      {text("m4"), text("=x"), formula}});
        const auto composed = compose(existing,
                                      gridOf({{text("Month"), text("Amount")},
                                              {text("m9"), number("91")},
                                              {text("m2"), number("21")},
                                              {text("m9"), number("92")},
                                              {text("m2"), number("22")},
                                              {text("m2"), number("23")},
                                              {text("m8"), number("81")},
                                              {text("m9"), number("93")}}),
                                      partition, 1);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed,
                             gridOf({{keep, keep, keep},
                                     {keep, keep, keep},
                                     {text("m2"), number("21"), keep},
                                     {text("m2"), number("22"), keep},
                                     {text("m2"), number("23"), keep},
                                     {text("m3"), number("3"), keep},
                                     {text("m4"), text("=x"), keep},
                                     {text("m9"), number("91"), keep},
                                     {text("m9"), number("92"), keep},
                                     {text("m9"), number("93"), keep},
                                     {text("m8"), number("81"), keep}})));
    }

    void freedRowsAreCleared()
    {
        const Grid existing = gridOf({{text("m1"), number("1"), formula},
                                      {text("m1"), formula, formula},
                                      {text("m1"), unreadable, formula},
                                      {text("m2"), number("4"), formula},
                                      {blank, blank, text("Footnote")}});
        const auto composed = compose(existing, gridOf({{text("m1"), number("9")}}), partition, 0);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed,
                             gridOf({{text("m1"), number("9"), keep},
                                     {text("m2"), number("4"), keep},
                                     {blank, blank, keep},
                                     {blank, blank, keep},
                                     {keep, keep, keep}})));
    }

    void rowsThatDoNotMoveKeepTheirFormulas()
    {
        const Grid existing = gridOf({{text("m1"), formula, text("Note")},
                                      {text("m2"), number("2"), text("Note")},
                                      {blank, formula, unreadable},
                                      {text("m3"), formula, text("Note")}});
        const auto composed =
            compose(existing, gridOf({{text("m2"), number("9")}, {text("m4"), number("4")}}), partition, 0);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed,
                             gridOf({{keep, keep, keep},
                                     {text("m2"), number("9"), keep},
                                     {keep, keep, keep},
                                     {keep, keep, keep},
                                     {text("m4"), number("4"), keep}})));
    }

    void rowThatCannotMoveIsRefused_data()
    {
        QTest::addColumn<QList<Cell>>("moving"); // the row below partition m1, which gets one row more or less
        QTest::addColumn<int>("column"); // -1: it can move
        QTest::newRow("values") << QList{text("m2"), number("1"), blank} << -1;
        QTest::newRow("formula") << QList{text("m2"), formula, blank} << 1;
        QTest::newRow("unreadable") << QList{text("m2"), unreadable, blank} << 1;
        QTest::newRow("formula beside it") << QList{text("m2"), number("1"), formula} << -1;
        QTest::newRow("note beside it") << QList{text("m2"), number("1"), text("Note")} << 2;
        QTest::newRow("unreadable beside it") << QList{text("m2"), number("1"), unreadable} << 2;
        QTest::newRow("note in a blank row") << QList{blank, blank, text("Note")} << 2;
    }
    void rowThatCannotMoveIsRefused()
    {
        QFETCH(const QList<Cell>, moving);
        QFETCH(const int, column);
        const std::array first{text("m1"), number("0"), blank};
        const std::array last{text("m3"), number("0"), blank};
        for (const int rows : {1, 3}) {
            Grid existing;
            existing.appendRow(first);
            existing.appendRow(first);
            existing.appendRow({moving.data(), size_t(moving.size())});
            existing.appendRow(last);
            Grid source;
            for (int row = 0; row < rows; ++row)
                source.appendRow({first.data(), 2});
            const auto composed = compose(existing, std::move(source), partition, 0);
            QCOMPARE(composed.has_value(), column < 0);
            if (column < 0)
                continue;
            const auto *fixed = causeOf<FixedCell>(composed, Core::ErrorKind::FixedRow);
            QVERIFY(fixed);
            QCOMPARE(*fixed, (FixedCell{2, column}));
        }
    }

    void noteBesideAFreedRowIsRefused()
    {
        const Grid existing = gridOf({{text("m1"), blank}, {text("m1"), text("Note")}});
        const auto composed = compose(existing, gridOf({{text("m1")}}), partition, 0);
        const auto *fixed = causeOf<FixedCell>(composed, Core::ErrorKind::FixedRow);
        QVERIFY(fixed);
        QCOMPARE(*fixed, (FixedCell{1, 1}));
    }

    void partitionMayHaveSeveralColumns()
    {
        const Grid existing = gridOf({{text("a"), number("1"), text("x")}, {text("a"), number("2"), text("x")}});
        const auto composed = compose(existing, gridOf({{text("a"), number("2.0"), text("y")}}),
                                      {.kind = Partition, .partition = {0, 1}}, 0);
        QVERIFY(composed);
        QVERIFY(areSameCells(*composed, gridOf({{keep, keep, keep}, {text("a"), number("2.0"), text("y")}})));
    }

    void unclearPartitionsAreRefused()
    {
        const auto rows = [](const Cell &value) {
            return gridOf({{text("a"), text("x")}, {value, text("x")}, {text("a"), text("x")}});
        };
        const auto empty = compose(rows(text("b")), rows(blank), partition, 0);
        QVERIFY(faultsOf(empty));
        QCOMPARE(*faultsOf(empty), (KeyFaults{.side = Side::Source, .emptyRows = 1, .empty = {1}}));
        for (const Cell &cell : {formula, unreadable}) {
            const auto unknown = compose(rows(cell), rows(text("b")), partition, 0);
            QVERIFY(faultsOf(unknown));
            QCOMPARE(*faultsOf(unknown), (KeyFaults{.side = Side::Sheet, .unknownRows = 1, .unknown = {1}}));
        }
        QVERIFY(compose(rows(blank), rows(text("b")), partition, 0));
    }

    void knownRowsAreInTheSheetsOrder()
    {
        const Grid existing =
            gridOf({{text("Account")}, {text("c")}, {blank}, {text("a")}, {text("gone")}, {text("b")}});
        const Grid source = gridOf({{text("Account"), text("Amount")},
                                    {text("a"), number("1")},
                                    {text("z"), number("2")},
                                    {text("b"), number("3")},
                                    {text("c"), number("4")},
                                    {text("y"), number("5")}});
        const auto ordered = inSheetOrder(existing, source, upsert.keys, 1);
        QVERIFY(ordered);
        QVERIFY(areSameCells(*ordered,
                             gridOf({{text("Account"), text("Amount")},
                                     {text("c"), number("4")},
                                     {text("a"), number("1")},
                                     {text("b"), number("3")},
                                     {text("z"), number("2")},
                                     {text("y"), number("5")}})));
        const auto initial = inSheetOrder(Grid(), source, upsert.keys, 1);
        QVERIFY(initial);
        QVERIFY(areSameCells(*initial, source));
        const auto nothing = inSheetOrder(existing, Grid(), upsert.keys, 1);
        QVERIFY(nothing);
        QVERIFY(nothing->isEmpty());
    }

    void orderNeedsKeys()
    {
        const Grid good = gridOf({{text("a")}, {text("b")}});
        const Grid bad = gridOf({{text("a")}, {text("a")}});
        const auto inSource = inSheetOrder(good, bad, upsert.keys, 0);
        QVERIFY(faultsOf(inSource));
        QCOMPARE(faultsOf(inSource)->side, Side::Source);
        const auto inSheet = inSheetOrder(bad, good, upsert.keys, 0);
        QVERIFY(faultsOf(inSheet));
        QCOMPARE(faultsOf(inSheet)->side, Side::Sheet);
    }

    void upsertLosesAndDoublesNothing()
    {
        constexpr quint32 seed = 20261130;
        QRandomGenerator random(seed);
        for (int i = 0; i < 3'000; ++i) {
            const QByteArray round = roundText(seed, i);
            const Tables tables = anyTables(random, true);
            const auto composed = compose(tables.existing, tables.source.copy(), upsert, 1);
            QVERIFY2(composed, round.constData());
            const Grid sheet = written(tables.existing, *composed);

            std::vector<std::string> expected = rowTexts(tables.existing, 1, sourceColumns);
            const size_t had = expected.size();
            for (int row = 1; row < tables.source.rows(); ++row) {
                size_t at = 0;
                while (at < had && !sameValue(tables.existing.at(int(at) + 1, 0), tables.source.at(row, 0)))
                    ++at;
                if (at == had)
                    expected.emplace_back();
                (at == had ? expected.back() : expected[at]) = rowText(tables.source, row, sourceColumns);
            }
            QVERIFY2(rowTexts(sheet, 1, sourceColumns) == expected, round.constData());
            QVERIFY2(rowText(sheet, 0, sourceColumns) == rowText(tables.source, 0, sourceColumns), round.constData());
            for (int row = 0; row < sheet.rows(); ++row)
                QVERIFY2(isSameCell(sheet.at(row, sourceColumns), tables.existing.at(row, sourceColumns)),
                         round.constData());

            const auto again = compose(sheet, tables.source.copy(), upsert, 1);
            QVERIFY2(again && diff(sheet, *again).isEmpty(), round.constData());
        }
    }

    void partitionLosesAndDoublesNothing()
    {
        constexpr quint32 seed = 20261201;
        QRandomGenerator random(seed);
        for (int i = 0; i < 3'000; ++i) {
            const QByteArray round = roundText(seed, i);
            const Tables tables = anyTables(random, false);
            const auto composed = compose(tables.existing, tables.source.copy(), partition, 1);
            QVERIFY2(composed, round.constData());
            const Grid sheet = written(tables.existing, *composed);

            const auto isOf = [](const Grid &grid, int row, const Cell &value) {
                return sameValue(grid.at(row, 0), value);
            };
            std::vector<std::string> expected;
            std::vector<Cell> placed;
            const auto place = [&](const Cell &value) {
                for (const Cell &one : placed) {
                    if (sameValue(one, value))
                        return;
                }
                placed.push_back(value);
                for (int row = 1; row < tables.source.rows(); ++row) {
                    if (isOf(tables.source, row, value))
                        expected.push_back(rowText(tables.source, row, sourceColumns));
                }
            };
            for (int row = 1; row <= int(rowTexts(tables.existing, 1, sourceColumns).size()); ++row) {
                bool isReplaced = false;
                for (int given = 1; given < tables.source.rows(); ++given)
                    isReplaced = isReplaced || isOf(tables.source, given, tables.existing.at(row, 0));
                if (isReplaced)
                    place(tables.existing.at(row, 0));
                else
                    expected.push_back(rowText(tables.existing, row, sourceColumns));
            }
            for (int row = 1; row < tables.source.rows(); ++row)
                place(tables.source.at(row, 0));
            QVERIFY2(rowTexts(sheet, 1, sourceColumns) == expected, round.constData());
            for (int row = 0; row < sheet.rows(); ++row)
                QVERIFY2(isSameCell(sheet.at(row, sourceColumns), tables.existing.at(row, sourceColumns)),
                         round.constData());

            const auto again = compose(sheet, tables.source.copy(), partition, 1);
            QVERIFY2(again && diff(sheet, *again).isEmpty(), round.constData());
        }
    }

    void appendedRowsAreAtTheEndAndOnlyOnce()
    {
        constexpr quint32 seed = 20261202;
        QRandomGenerator random(seed);
        for (int i = 0; i < 3'000; ++i) {
            const QByteArray round = roundText(seed, i);
            const Tables tables = anyTables(random, false);
            const auto composed = compose(tables.existing, tables.source.copy(), {.kind = Append}, 1);
            if (!composed) { // the sheet may end with these rows
                QVERIFY2(causeOf<RepeatedRows>(composed, Core::ErrorKind::AlreadyAppended), round.constData());
                const auto had = rowTexts(tables.existing, 1, sourceColumns);
                const auto batch = rowTexts(tables.source, 1, sourceColumns);
                QVERIFY2(!batch.empty() && batch.size() <= had.size(), round.constData());
                QVERIFY2(std::equal(batch.rbegin(), batch.rend(), had.rbegin()), round.constData());
                continue;
            }
            const Grid sheet = written(tables.existing, *composed);
            std::vector<std::string> expected = rowTexts(tables.existing, 1, sourceColumns);
            QCOMPARE(landingRow(tables.existing, {.kind = Append}, 1), int(expected.size()) + 1);
            for (const std::string &row : rowTexts(tables.source, 1, sourceColumns))
                expected.push_back(row);
            QVERIFY2(rowTexts(sheet, 1, sourceColumns) == expected, round.constData());
            for (int row = 0; row < sheet.rows(); ++row)
                QVERIFY2(isSameCell(sheet.at(row, sourceColumns), tables.existing.at(row, sourceColumns)),
                         round.constData());

            const auto again = compose(sheet, tables.source.copy(), {.kind = Append}, 1);
            if (tables.source.rows() > 1)
                QVERIFY2(causeOf<RepeatedRows>(again, Core::ErrorKind::AlreadyAppended), round.constData());
            else
                QVERIFY2(again && diff(sheet, *again).isEmpty(), round.constData());
        }
    }

    void replaceEqualsTheSource()
    {
        constexpr quint32 seed = 20261203;
        QRandomGenerator random(seed);
        for (int i = 0; i < 1'000; ++i) {
            const QByteArray round = roundText(seed, i);
            const Tables tables = anyTables(random, true);
            const auto composed = compose(tables.existing, tables.source.copy(), {}, 1);
            QVERIFY2(composed && areSameCells(*composed, tables.source), round.constData());
            const auto ordered = inSheetOrder(tables.existing, tables.source, upsert.keys, 1);
            QVERIFY2(ordered, round.constData());
            auto had = rowTexts(tables.source, 0, sourceColumns);
            auto got = rowTexts(*ordered, 0, sourceColumns);
            std::ranges::sort(had);
            std::ranges::sort(got);
            QVERIFY2(had == got, round.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestUpdateMethod)
#include "tst_updatemethod.moc"
