#include "review/changes.h"
#include "support/testgrid.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Review::Change;
using Sheet::Cell;
using Sheet::CellKind;

namespace {

QString textOf(const Cell &cell)
{
    return QString::fromStdString(std::string(cell.text));
}

// "B3 Unit changed a → b"
QStringList changesOf(const Writeback::Comparison &comparison)
{
    const QStringList kinds{u"changed"_s, u"new"_s, u"cleared"_s, u"formula overwritten"_s, u"formula cleared"_s};
    QStringList found;
    Review::visitChanges(comparison, [&](const Change &change) {
        found.append(u"%1 %2 %3 %4→%5"_s.arg(Sheet::toA1(change.place), change.column, kinds[int(change.kind)],
                                             textOf(change.before), textOf(change.after)));
        return true;
    });
    return found;
}

Writeback::Comparison comparison(Sheet::Grid existing, Sheet::Grid desired, const QString &region = u"B3:"_s)
{
    Writeback::Comparison made;
    made.region = *Sheet::Region::parse(region);
    made.anchor = made.region.anchor();
    made.existing = std::move(existing);
    made.desired = std::move(desired);
    made.columns = {u"Unit"_s, u"Heads"_s};
    return made;
}

} // namespace

class TestChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changeOfAnEditedCellHasWhatWasLeftThere()
    {
        auto compared = comparison(gridOf({{text("North"), number("12")}}), gridOf({{text("South"), number("14")}}));
        compared.left.add({0, 1}, number("10"));
        QList<bool> isKnown;
        Review::visitChanges(compared, [&](const Change &change) {
            isKnown.append(change.left.has_value());
            return true;
        });
        QCOMPARE(isKnown, (QList{false, true}));
    }

    void everyChangeIsVisitedInReadingOrder()
    {
        const Cell formula{CellKind::Formula, "=A1"};
        const auto compared = comparison(gridOf({{text("Unit"), text("Heads")},
                                                 {text("North"), number("12"), text("left")},
                                                 {formula, number("1.50"), formula},
                                                 {keep, blank}}),
                                         gridOf({{text("Unit"), text("Heads")},
                                                 {text("South"), blank},
                                                 {text("=A1"), number("1.5")},
                                                 {keep, number("7")},
                                                 {blank, text("end")}}));
        const QStringList expected{u"B4 Unit changed North→South"_s,
                                   u"C4 Heads cleared 12→"_s,
                                   u"D4 D cleared left→"_s,
                                   u"B5 Unit formula overwritten =A1→=A1"_s,
                                   u"D5 D formula cleared =A1→"_s,
                                   u"C6 Heads new →7"_s,
                                   u"C7 Heads new →end"_s};
        QCOMPARE(changesOf(compared), expected);
    }

    void equalGridsHaveNoChanges()
    {
        const auto compared = comparison(gridOf({{text("a"), number("1")}}), gridOf({{text("a"), number("1.0")}}));
        QCOMPARE(changesOf(compared), QStringList());
        QVERIFY(Review::visitChanges(compared, [](const Change &) { return false; }));
    }

    void visitEndsWhenTold()
    {
        const auto compared = comparison({}, gridOf({{number("1"), number("2")}, {number("3"), number("4")}}));
        QStringList visited;
        QVERIFY(!Review::visitChanges(compared, [&visited](const Change &change) {
            visited.append(textOf(change.after));
            return visited.size() < 3;
        }));
        QCOMPARE(visited, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    }

    // It is not written: the run is refused.
    void dataBeyondTheRegionIsNoChange()
    {
        const auto compared =
            comparison({}, gridOf({{number("1"), number("2")}, {number("3"), number("4")}}), u"B3:B3"_s);
        QCOMPARE(changesOf(compared), QStringList{u"B3 Unit new →1"_s});
    }

    void differenceIsThatOfTwoNumbers_data()
    {
        QTest::addColumn<Cell>("before");
        QTest::addColumn<Cell>("after");
        QTest::addColumn<QString>("difference");
        QTest::newRow("numbers") << number("0.1") << number("0.3") << u"0.2"_s;
        QTest::newRow("down") << number("1000") << number("-0.5") << u"-1000.5"_s;
        QTest::newRow("from text") << text("1") << number("3") << QString();
        QTest::newRow("to text") << number("1") << text("3") << QString();
        QTest::newRow("from nothing") << blank << number("3") << QString();
        QTest::newRow("from a formula") << Cell{CellKind::Formula, "1"} << number("3") << QString();
        QTest::newRow("too large") << number("1e5000") << number("3") << QString();
    }
    void differenceIsThatOfTwoNumbers()
    {
        QFETCH(Cell, before);
        QFETCH(Cell, after);
        const Change change{.before = before, .after = after};
        QTEST(QString::fromStdString(change.difference().value_or("")), "difference");
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
