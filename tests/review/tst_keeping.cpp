#include "review/keeping.h"

#include "review/changes.h"
#include "review/listing.h"
#include "review/totals.h"
#include "support/testgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using namespace Review;
using Found = Writeback::Finding::Kind;
using Sheet::Span;
using Spans = std::vector<Span>;

namespace {

const Sheet::Cell formula{Sheet::CellKind::Formula, "=A1"};

// At B3: six cells to write, of which D3, B4, C4 and D5 were edited; C3 and D5 hold formulas.
Writeback::Comparison comparison()
{
    Writeback::Comparison made;
    made.region = *Sheet::Region::parse(u"B3:"_s);
    made.anchor = made.region.anchor();
    made.existing = gridOf({{text("North"), formula, number("14")},
                            {text("Ost"), blank, number("4")},
                            {text("West"), number("8"), formula}});
    made.desired = gridOf({{text("North"), number("1"), number("13")},
                           {text("East"), number("2"), number("4")},
                           {text("West"), number("8"), blank}});
    made.edited = {{0, 2, 2}, {1, 0, 1}, {2, 2, 2}};
    made.left.add({1, 0}, text("Est"));
    return made;
}

Writeback::ReviewSummary review()
{
    Writeback::ReviewSummary made;
    made.changes = {.changed = 3, .added = 1, .cleared = 1, .unchanged = 4};
    made.findings = {{.kind = Found::CellsEdited, .count = 4, .place = u"D3"_s},
                     {.kind = Found::FormulasOverwritten, .count = 2, .place = u"C3"_s},
                     {.kind = Found::RowsFiltered}};
    made.byKey = Writeback::KeyCounts();
    return made;
}

const Writeback::Finding *found(const Writeback::ReviewSummary &review, Found kind)
{
    const auto one = std::ranges::find(review.findings, kind, &Writeback::Finding::kind);
    return one == review.findings.end() ? nullptr : &*one;
}

} // namespace

class TestKeeping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKeptAtFirst()
    {
        const Keeping keeping(comparison().edited);
        QCOMPARE(keeping.edited(), 4);
        QCOMPARE(keeping.kept(), 0);
        QCOMPARE(keeping.keptCells(), Spans());
        QCOMPARE(Keeping().edited(), 0);
    }

    void eachCellIsDecidedByItself()
    {
        Keeping keeping(comparison().edited);
        keeping.set({{1, 1, 1}}, true);
        QVERIFY(keeping.isKept(1, 1));
        QVERIFY(!keeping.isKept(1, 0));
        QVERIFY(!keeping.isKept(0, 1));
        QCOMPARE(keeping.keptCells(), (Spans{{1, 1, 1}}));
        keeping.set({{1, 0, 0}}, true);
        keeping.set({{1, 0, 0}}, true); // once more
        QCOMPARE(keeping.kept(), 2);
        QCOMPARE(keeping.keptCells(), (Spans{{1, 0, 1}}));
        keeping.set({{1, 1, 1}}, false);
        QCOMPARE(keeping.keptCells(), (Spans{{1, 0, 0}}));
        QCOMPARE(keeping.kept(), 1);
    }

    void onlyEditedCellsCanBeKept()
    {
        Keeping keeping(comparison().edited);
        keeping.set({{0, 0, 9}, {1, 0, 9}, {7, 0, 9}}, true);
        QCOMPARE(keeping.keptCells(), (Spans{{0, 2, 2}, {1, 0, 1}}));
        QCOMPARE(keeping.editedIn({1, 1, 9}), (Spans{{1, 1, 1}}));
        QCOMPARE(keeping.editedIn({0, 0, 1}), Spans());
        QVERIFY(keeping.areKept({{1, 0, 1}}));
        QVERIFY(!keeping.areKept({{1, 0, 1}, {2, 2, 2}}));
    }

    void allAreKeptOrNone()
    {
        Keeping keeping(comparison().edited);
        keeping.setAll(true);
        QCOMPARE(keeping.kept(), 4);
        QCOMPARE(keeping.keptCells(), comparison().edited);
        keeping.setAll(false);
        QCOMPARE(keeping.kept(), 0);
        QCOMPARE(keeping.keptCells(), Spans());
    }

    void reviewCountsWhatIsWritten()
    {
        Keeping kept(comparison().edited);
        QVERIFY(Review::keeping(kept, review(), comparison()).byKey);
        kept.set({{0, 2, 2}, {1, 1, 1}, {2, 2, 2}}, true);
        const Writeback::ReviewSummary seen = Review::keeping(kept, review(), comparison());
        const Writeback::ChangeCounts changes{.changed = 2, .unchanged = 4, .kept = 3};
        QCOMPARE(seen.changes, changes);
        QVERIFY(!seen.byKey); // its counts have the cells that are kept
        QCOMPARE(found(seen, Found::CellsEdited)->count, 1);
        QCOMPARE(found(seen, Found::CellsEdited)->place, u"B4"_s);
        QCOMPARE(found(seen, Found::FormulasOverwritten)->count, 1);
        QCOMPARE(found(seen, Found::FormulasOverwritten)->place, u"C3"_s);
        QCOMPARE(found(seen, Found::EditsKept)->count, 3);
        QCOMPARE(found(seen, Found::EditsKept)->place, u"D3"_s);
        QVERIFY(found(seen, Found::RowsFiltered));
    }

    void whatIsNoLongerLostIsNotFound()
    {
        Keeping kept(comparison().edited);
        kept.setAll(true);
        QVERIFY(!found(Review::keeping(kept, review(), comparison()), Found::CellsEdited));
    }

    void keptCellsAreNoChangesAndStayEdited()
    {
        Keeping kept(comparison().edited);
        kept.set({{0, 2, 2}, {2, 2, 2}}, true);
        const Writeback::Comparison seen = withKept(comparison(), kept.keptCells());
        QStringList changed;
        visitChanges(seen, [&changed](const Change &change) {
            changed.append(Sheet::toA1(change.place));
            return true;
        });
        QCOMPARE(changed, (QStringList{u"C3"_s, u"B4"_s, u"C4"_s}));
        QVERIFY(seen.left.at({1, 0}) && isSameCell(*seen.left.at({1, 0}), text("Est")));
        const auto listing = list(seen, {});
        QCOMPARE(listing->counts[size_t(Kind::Edited)], 4);
        QCOMPARE(totals(comparison()).back().after.sum, std::optional<std::string>("17"));
        QCOMPARE(totals(seen).back().after.sum, std::optional<std::string>("18"));
    }
};

QTEST_GUILESS_MAIN(TestKeeping)
#include "tst_keeping.moc"
