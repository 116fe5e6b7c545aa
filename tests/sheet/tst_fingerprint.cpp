#include "sheet/fingerprint.h"

#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

using Place = std::pair<int, int>; // row, column

std::set<Place> placesOf(const std::vector<Span> &spans)
{
    std::set<Place> places;
    for (const Span &span : spans) {
        for (int column = span.first; column <= span.last; ++column)
            places.insert({span.row, column});
    }
    return places;
}

// Cells that differ, one by one; blank ones are alike.
std::set<Place> differing(const Grid &one, const Grid &other)
{
    std::set<Place> places;
    for (int row = 0; row < std::max(one.rows(), other.rows()); ++row) {
        for (int column = 0; column < std::max(one.columns(), other.columns()); ++column) {
            const Cell a = one.at(row, column);
            const Cell b = other.at(row, column);
            if (!(a.isBlank() && b.isBlank()) && (a.kind != b.kind || a.text != b.text))
                places.insert({row, column});
        }
    }
    return places;
}

std::string randomText(QRandomGenerator &random)
{
    std::string text;
    for (int length = random.bounded(25); length > 0; --length)
        text += char('0' + random.bounded(4)); // so that some are alike
    return text;
}

Grid randomGrid(QRandomGenerator &random)
{
    Grid grid(random.bounded(1, 6));
    const int rows = random.bounded(12);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < grid.columns(); ++column) {
            constexpr std::array kinds{CellKind::Empty, CellKind::Text, CellKind::Number, CellKind::Formula};
            const CellKind kind = kinds[size_t(random.bounded(int(kinds.size())))];
            const std::string text = kind == CellKind::Empty ? std::string() : randomText(random);
            grid.set(row, column, {kind, text});
        }
    }
    return grid;
}

} // namespace

class TestFingerprint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellThatDiffersIsFoundAndNoOther()
    {
        QRandomGenerator random(20); // some 3,000 cells that differ, none of which has the same code by chance
        for (int i = 0; i < 400; ++i) {
            const Grid then = randomGrid(random);
            Grid now = random.bounded(4) == 0 ? randomGrid(random) : then.copy();
            for (int edits = random.bounded(4); edits > 0 && !now.isEmpty(); --edits) {
                const std::string text = randomText(random);
                now.set(random.bounded(now.rows() + 1), random.bounded(now.columns()), {CellKind::Text, text});
            }
            const Fingerprint fingerprint = Fingerprint::of(then);
            QCOMPARE(placesOf(fingerprint.changedIn(now)), differing(then, now));
            const auto stored = Fingerprint::fromBytes(fingerprint.bytes());
            QVERIFY(stored);
            QCOMPARE(placesOf(stored->changedIn(now)), differing(then, now));
        }
    }

    void cellsKeptAreNotChangedSinceThen()
    {
        QRandomGenerator random(21);
        for (int i = 0; i < 400; ++i) {
            const Grid then = randomGrid(random);
            std::vector<Span> kept;
            for (int row = 0; row <= then.rows(); ++row) { // also below it
                const int first = random.bounded(then.columns());
                if (random.bounded(2) == 0)
                    kept.push_back({row, first, first});
                if (first + 2 < then.columns() && random.bounded(2) == 0)
                    kept.push_back({row, first + 2, then.columns() - 1});
            }
            const Fingerprint fingerprint = Fingerprint::of(then, kept);
            QVERIFY(fingerprint.changedSince(then).empty());
            Grid now = then.copy();
            for (int edits = random.bounded(1, 4); edits > 0 && !now.isEmpty(); --edits) {
                const std::string text = randomText(random);
                now.set(random.bounded(now.rows() + 1), random.bounded(now.columns()), {CellKind::Text, text});
            }
            QCOMPARE(placesOf(fingerprint.changedSince(now)), differing(then, now));
        }
    }

    void kindAndPlaceCount_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"kind", "columns swapped", "rows swapped", "first byte", "last byte", "cut"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void kindAndPlaceCount()
    {
        QFETCH(const QString, change);
        const std::string text(17, '7');
        std::string first = text;
        std::string last = text;
        first.front() = '8';
        last.back() = '8';
        Grid then(2);
        then.set(0, 0, {CellKind::Number, text});
        then.set(1, 1, {CellKind::Number, "1"});
        Grid now = then.copy();
        if (change == "kind"_L1)
            now.set(0, 0, {CellKind::Text, text});
        else if (change == "columns swapped"_L1) {
            now.set(0, 0, {});
            now.set(0, 1, {CellKind::Number, text});
        } else if (change == "rows swapped"_L1) {
            now.set(0, 0, {});
            now.set(1, 0, {CellKind::Number, text});
        } else {
            now.set(0, 0,
                    {CellKind::Number,
                     change == "first byte"_L1 ? first
                         : change == "cut"_L1  ? text.substr(1)
                                               : last});
        }
        QVERIFY(Fingerprint::of(then).changedIn(then).empty());
        QCOMPARE(placesOf(Fingerprint::of(then).changedIn(now)), differing(then, now));
    }

    void cellMarkedAsChangedIsChangedUnlessItHoldsSomethingElseLater()
    {
        QRandomGenerator random(21);
        for (int i = 0; i < 200; ++i) {
            const Grid grid = randomGrid(random);
            std::vector<Span> spans; // several in a row, and beyond the grid
            for (int row = 0; row < grid.rows() + 2; ++row) {
                for (int column = random.bounded(4); column < grid.columns() + 3; column += random.bounded(2, 5))
                    spans.push_back({row, column, column});
            }
            QCOMPARE(placesOf(Fingerprint::of(grid, spans).changedIn(grid)), placesOf(spans));
        }
    }

    void itIsOfTheCellsThatItWasMadeOfAndOfNoOthers()
    {
        QRandomGenerator random(22); // no two of these values have the same code by chance
        for (int i = 0; i < 200; ++i) {
            const Grid grid = randomGrid(random);
            std::vector<Span> changed;
            for (int row = 0; row < grid.rows() + 1; row += random.bounded(1, 5))
                changed.push_back({row, 1, 2});
            const std::set<Place> marked = placesOf(changed);
            const Fingerprint fingerprint = Fingerprint::of(grid, changed);
            for (int row = 0; row < grid.rows() + 2; ++row) {
                for (int column = 0; column < grid.columns() + 3; ++column) {
                    const Cell cell = grid.at(row, column);
                    QCOMPARE(fingerprint.matches({row, column}, cell), !marked.contains({row, column}));
                    QVERIFY(!fingerprint.matches({row, column}, {CellKind::Text, "another"}));
                    QCOMPARE(fingerprint.matches({row, column}, {}), cell.isBlank() && !marked.contains({row, column}));
                }
            }
        }
    }

    void blankRowsAndColumnsBeyondItAreNoChange()
    {
        Grid then(1);
        then.set(0, 0, {CellKind::Text, "a"});
        Grid now(5);
        now.set(0, 0, {CellKind::Text, "a"});
        now.set(9, 4, {CellKind::Text, ""});
        QVERIFY(Fingerprint::of(then).changedIn(now).empty());
        QVERIFY(Fingerprint::of(now).changedIn(then).empty());
    }

    void bytesOfSomethingElseAreRefused()
    {
        Grid grid(2);
        grid.set(2, 1, {CellKind::Text, "a"});
        const QByteArray good = Fingerprint::of(grid).bytes();
        QVERIFY(Fingerprint::fromBytes(good));
        QVERIFY(!Fingerprint::fromBytes({}));
        QVERIFY(!Fingerprint::fromBytes(good.chopped(1)));
        QVERIFY(!Fingerprint::fromBytes(good + '\0'));
        QByteArray other = good;
        other[0] = char(other[0] + 1);
        QVERIFY(!Fingerprint::fromBytes(other));
        other = good;
        other[7] = char(0x80); // a negative number of rows
        QVERIFY(!Fingerprint::fromBytes(other));
    }

    void storedFormStaysTheSame()
    {
        Grid grid(2);
        grid.set(0, 0, {CellKind::Text, "Cash and cash equivalents"});
        grid.set(0, 1, {CellKind::Number, "281440.10"});
        QCOMPARE(Fingerprint::of(grid).bytes().toHex(), "314642570100000002000000c39ef245685fe3425868f132"_ba);
    }
};

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
