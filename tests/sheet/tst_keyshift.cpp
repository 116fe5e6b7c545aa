#include "sheet/keyshift.h"

#include "sheet/region.h"
#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

namespace {

constexpr Address anchor{2, 1}; // B3

KeyShift shiftOf(const Grid &existing, const Grid &desired, const Key &key = {0}, int headerRows = 1)
{
    const auto diff = keyDiff(existing, desired, key, headerRows);
    return {existing, desired, key, headerRows, diff.value().rows, anchor};
}

Rectangle range(const QString &text)
{
    return Region::parse(text).value().bounded();
}

// A permutation of some keys, one a row.
Grid someRows(QRandomGenerator &random)
{
    std::vector<std::string> keys{"a", "b", "c", "d", "e", "f", "g"};
    std::shuffle(keys.begin(), keys.end(), random);
    Grid grid(2);
    for (int row = random.bounded(int(keys.size()) + 1); row > 0; --row)
        grid.appendRow(std::vector{text(keys[size_t(row) - 1]), number("1")});
    return grid;
}

} // namespace

class TestKeyShift final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertedRowShiftsAllBelow()
    {
        const Grid existing =
            gridOf({{text("Account"), text("Amount")}, {text("1000"), number("5")}, {text("2000"), number("6")}});
        const Grid desired = gridOf({{text("Account"), text("Amount")},
                                     {text("0900"), number("4")},
                                     {text("1000"), number("5")},
                                     {text("2000"), number("6")}});
        const KeyShift shift = shiftOf(existing, desired);
        QVERIFY(!shift.isEmpty());
        QCOMPARE(shift.data(), range(u"B4:C6"_s));
        QCOMPARE(shift.rowsUnder(range(u"C4"_s)), 1);
        QCOMPARE(*shift.firstUnder(range(u"C4"_s)), (KeyShift::Change{3, u"1000"_s, u"0900"_s}));
        QCOMPARE(*shift.firstUnder(range(u"C5"_s)), (KeyShift::Change{4, u"2000"_s, u"1000"_s}));
        QCOMPARE(shift.rowsUnder(range(u"C4:C5"_s)), 2); // the last account is no longer in it
        QCOMPARE(shift.firstUnder(range(u"C4:C5"_s))->row, 3);
    }

    void rangesThatDoNotDependOnTheOrderAreNotConcerned_data()
    {
        QTest::addColumn<QString>("region");
        for (const char *region : {"C4:C6", "B4:C6", "C3:C9", "C:C", "A:Z", "C3", "C6", "C9", "A4", "D4:F5", "1:3"})
            QTest::newRow(region) << QString::fromLatin1(region);
    }
    void rangesThatDoNotDependOnTheOrderAreNotConcerned()
    {
        QFETCH(QString, region);
        const Grid existing =
            gridOf({{text("Account"), text("Amount")}, {text("1000"), number("5")}, {text("2000"), number("6")}});
        const Grid desired = gridOf({{text("Account"), text("Amount")},
                                     {text("0900"), number("4")},
                                     {text("1000"), number("5")},
                                     {text("2000"), number("6")}});
        const KeyShift shift = shiftOf(existing, desired);
        QCOMPARE(shift.rowsUnder(range(region)), 0);
        QVERIFY(!shift.firstUnder(range(region)));
    }

    void rowThatGoesHasNoKeyAfterwards()
    {
        const Grid existing = gridOf({{text("a")}, {text("b")}, {text("c")}});
        const Grid desired = gridOf({{text("a")}, {text("b")}});
        const KeyShift shift = shiftOf(existing, desired, {0}, 0);
        QCOMPARE(*shift.firstUnder(range(u"B5"_s)), (KeyShift::Change{4, u"c"_s, QString()}));
        QCOMPARE(shift.rowsUnder(range(u"B3"_s)), 0);
    }

    void keysOfSeveralColumnsAreNamed()
    {
        const Grid existing = gridOf({{text("North"), number("1")}, {text("North"), number("2")}});
        const Grid desired = gridOf({{text("North"), number("2")}, {text("North"), number("1.0")}});
        const KeyShift shift = shiftOf(existing, desired, {0, 1}, 0);
        QCOMPARE(*shift.firstUnder(range(u"C3"_s)), (KeyShift::Change{2, u"North, 1"_s, u"North, 2"_s}));
    }

    void rowsThatKeepTheirPlaceAreNoShift()
    {
        const Grid existing = gridOf({{text("a"), number("1")}, {text("b"), number("2")}});
        const Grid desired = gridOf({{keep, number("3")}, {keep, keep}, {text("c"), number("4")}});
        const KeyShift shift = shiftOf(existing, desired, {0}, 0);
        QVERIFY(shift.isEmpty());
        QCOMPARE(shift.rowsUnder(range(u"C3"_s)), 0);
    }

    // By its definition, for each range of random grids.
    void everyRowIsCounted()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            const Grid existing = someRows(random);
            const Grid desired = someRows(random);
            const KeyShift shift = shiftOf(existing, desired, {0}, 0);
            const int rows = std::max(existing.rows(), desired.rows());
            for (int first = 0; first < rows; ++first) {
                for (int last = first; last < rows; ++last) {
                    const Rectangle under{anchor.row + first, anchor.column + 1, last - first + 1, 1};
                    int expected = 0;
                    int firstChanged = -1;
                    for (int row = first; row <= last; ++row) {
                        const bool changes =
                            !existing.at(row, 0).isBlank() && !sameValue(existing.at(row, 0), desired.at(row, 0));
                        if (changes && expected++ == 0)
                            firstChanged = row;
                    }
                    if (first == 0 && last == rows - 1)
                        expected = 0;
                    QCOMPARE(shift.rowsUnder(under), expected);
                    const auto change = shift.firstUnder(under);
                    QCOMPARE(change.has_value(), expected > 0);
                    if (change)
                        QCOMPARE(change->row, anchor.row + firstChanged);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKeyShift)
#include "tst_keyshift.moc"
