#include "review/highlights.h"
#include "support/testgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Review::Highlights;
using Sheet::RowPair;

namespace {

// Rows with account and amount, below their names.
Writeback::Comparison comparison(Sheet::Grid existing, Sheet::Grid desired)
{
    Writeback::Comparison made;
    made.region = *Sheet::Region::parse(u"B3:"_s);
    made.anchor = made.region.anchor();
    made.existing = std::move(existing);
    made.desired = std::move(desired);
    made.columns = {u"Account"_s, u"Amount"_s};
    made.headerRows = 1;
    return made;
}

} // namespace

class TestHighlights final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greatestDifferenceIsThatOfTheSameRow()
    {
        auto moved = comparison(
            gridOf({{text("Account"), text("Amount")}, {text("10"), number("5")}, {text("20"), number("900")}}),
            gridOf({{text("Account"), text("Amount")}, {text("20"), number("905.50")}, {text("10"), number("9")}}));
        const auto byPosition = Review::highlights(moved).greatest;
        QVERIFY(byPosition);
        QCOMPARE(byPosition->place, u"C4"_s);
        QCOMPARE(byPosition->key, QStringList());
        QCOMPARE(byPosition->difference, std::string("900.5"));
        moved.byKey = Writeback::MatchedRows{.key = {0}, .rows = {RowPair{2, 1}, RowPair{1, 2}}};
        const auto byKey = Review::highlights(moved).greatest;
        QVERIFY(byKey);
        QCOMPARE(*byKey,
                 (Review::GreatestDifference{.column = u"Amount"_s,
                                             .key = {u"20"_s},
                                             .place = u"C4"_s,
                                             .before = "900",
                                             .after = "905.50",
                                             .difference = "5.5"}));
    }

    // Digit by digit: as doubles they would be equal.
    void magnitudesAreExact()
    {
        const auto found = Review::highlights(comparison(
            gridOf({{text("Account"), text("Amount")}, {text("10"), number("0")}, {text("20"), number("0")}}),
            gridOf({{text("Account"), text("Amount")},
                    {text("10"), number("-10000000000000000.1")},
                    {text("20"), number("10000000000000000.2")}})));
        QCOMPARE(found.greatest->place, u"C5"_s);
    }

    void whatIsNoNumberBeforeAndAfterIsNoDifference()
    {
        const auto found = Review::highlights(comparison(
            gridOf({{text("Account"), text("Amount")}, {text("10"), text("x")}, {text("20"), number("1e5000")}}),
            gridOf({{text("Account"), text("Amount")}, {text("10"), number("7")}, {text("20"), number("1")}})));
        QVERIFY(!found.greatest);
    }

    void firstRowsThatAreGoneAreNamed()
    {
        auto compared = comparison(gridOf({{text("Account")}, {text("10")}, {text("20")}, {text("30")}, {text("40")}}),
                                   gridOf({{text("Account")}}));
        const Writeback::MatchedRows matched{.key = {0},
                                             .rows = {RowPair{1, -1}, RowPair{2, -1}, RowPair{3, -1}, RowPair{4, -1}}};
        QCOMPARE(Review::highlights(compared).goneRows, 0); // without a key, a row is only a position
        compared.byKey = matched;
        const Highlights found = Review::highlights(compared);
        QCOMPARE(found.goneRows, 4);
        QCOMPARE(found.gone, (QList<QStringList>{{u"10"_s}, {u"20"_s}, {u"30"_s}}));
        QVERIFY(!found.greatest);
    }
};

QTEST_GUILESS_MAIN(TestHighlights)
#include "tst_highlights.moc"
