#include "review/totals.h"
#include "support/testgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Sheet::CellKind;

namespace {

Writeback::Comparison comparison(Sheet::Grid existing, Sheet::Grid desired, int headerRows)
{
    Writeback::Comparison made;
    made.region = *Sheet::Region::parse(u"B3:"_s);
    made.anchor = made.region.anchor();
    made.existing = std::move(existing);
    made.desired = std::move(desired);
    made.columns = {u"Unit"_s, u"2026"_s};
    made.headerRows = headerRows;
    return made;
}

// "Heads 12 → 14: 2"
QStringList linesOf(const Writeback::Comparison &comparison)
{
    QStringList lines;
    for (const Review::ColumnTotals &totals : Review::totals(comparison)) {
        const auto text = [](const std::optional<std::string> &sum) {
            return QString::fromStdString(sum.value_or("unknown"));
        };
        lines.append(u"%1 %2 → %3: %4"_s.arg(totals.column, text(totals.before.sum), text(totals.after.sum),
                                             text(totals.difference())));
    }
    return lines;
}

} // namespace

class TestTotals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsWithNumbersAreAddedUp()
    {
        const auto compared =
            comparison(gridOf({{text("North"), number("0.1"), number("5")}, {text("7"), number("0.2")}}),
                       gridOf({{text("North"), number("1")}, {text("8"), text("x")}}), 0);
        QCOMPARE(linesOf(compared), (QStringList{u"2026 0.3 → 1: 0.7"_s, u"D 5 → 0: -5"_s}));
    }

    void columnNamesAreNotAdded()
    {
        const auto grids = [](int headerRows) {
            return comparison(gridOf({{text("Unit"), number("2025")}, {text("North"), number("4")}}),
                              gridOf({{text("Unit"), number("2026")}, {text("North"), number("5")}}), headerRows);
        };
        QCOMPARE(linesOf(grids(1)), QStringList{u"2026 4 → 5: 1"_s});
        QCOMPARE(linesOf(grids(0)), QStringList{u"2026 2029 → 2031: 2"_s});
    }

    void keptCellStaysInTheSum()
    {
        const auto compared = comparison(gridOf({{blank, number("4")}, {blank, number("6")}}),
                                         gridOf({{blank, keep}, {blank, number("7")}}), 0);
        QCOMPARE(linesOf(compared), QStringList{u"2026 10 → 11: 1"_s});
    }

    void otherCellsAreCounted()
    {
        const auto compared = comparison(gridOf({{blank, Sheet::Cell{CellKind::Formula, "=1"}}, {blank, number("1")}}),
                                         gridOf({{blank, number("1")}, {blank, number("1")}}), 0);
        const auto totals = Review::totals(compared);
        QCOMPARE(totals.size(), size_t(1));
        QCOMPARE(totals[0].before, (Sheet::ColumnTotal{"1", 1, 1}));
        QCOMPARE(totals[0].after, (Sheet::ColumnTotal{"2", 2, 0}));
    }

    void unknownSumHasNoDifference()
    {
        const auto compared = comparison(gridOf({{blank, number("1e5000")}}), gridOf({{blank, number("1")}}), 0);
        QCOMPARE(linesOf(compared), QStringList{u"2026 unknown → 1: unknown"_s});
    }

    // It is not written: the run is refused.
    void dataBeyondTheRegionIsNotAdded()
    {
        auto compared = comparison({}, gridOf({{number("1"), number("2")}, {number("4"), number("8")}}), 0);
        compared.region = *Sheet::Region::parse(u"B3:C3"_s);
        QCOMPARE(linesOf(compared), (QStringList{u"Unit 0 → 1: 1"_s, u"2026 0 → 2: 2"_s}));
    }

    void equalGridsWithoutNumbersHaveNoTotals()
    {
        QCOMPARE(linesOf(comparison(gridOf({{text("a")}}), gridOf({{text("a")}}), 0)), QStringList());
        QCOMPARE(linesOf(comparison({}, {}, 1)), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestTotals)
#include "tst_totals.moc"
