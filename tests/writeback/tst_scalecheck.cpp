#include "writeback/scalecheck.h"

#include "writeback/guardcontexts.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using namespace Writeback;
using Sheet::Cell;
using Sheet::ColumnType;
using Sheet::Verdict;
using Trait = Finding::Trait;
using InColumn = Finding::InColumn;
using Workiva::Scale;

namespace {

// A region that holds 1000 and 2000 in its column of numbers, and data with this total. The formats were read.
RunContext contextWithTotal(const QString &total)
{
    RunContext context = contextWith(Cell::ofText("x"));
    setSchema(context, {{u"Unit"_s, ColumnType::String}, {u"Amount"_s, ColumnType::Double}});
    context.existing =
        gridOf({{text("Unit"), number("5000000")}, {text("a"), number("1000")}, {text("b"), number("2000")}});
    context.data.columns = {{.name = u"Unit"_s, .type = ColumnType::String},
                            {.name = u"Amount"_s, .type = ColumnType::Double, .total = total}};
    context.facts.scales.unread.reset();
    return context;
}

std::optional<Finding> recordIn(const RunContext &context)
{
    CheckRecords records(context);
    checkScale(records, context);
    const QList<Finding> all = records.take();
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

} // namespace

class TestScaleCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void totalsOfAnotherScaleAreFound_data()
    {
        QTest::addColumn<QString>("total");
        QTest::addColumn<qint64>("factor"); // negative: smaller
        QTest::newRow("the same") << u"3000"_s << qint64(0);
        QTest::newRow("a thousandth") << u"3"_s << qint64(-1'000);
        QTest::newRow("almost") << u"3.014"_s << qint64(-1'000);
        QTest::newRow("just not any more") << u"3.016"_s << qint64(0);
        QTest::newRow("almost from below") << u"2.986"_s << qint64(-1'000);
        QTest::newRow("a hundredth") << u"30"_s << qint64(0);
        QTest::newRow("a millionth") << u"0.003"_s << qint64(-1'000'000);
        QTest::newRow("a thousandfold") << u"3000000"_s << qint64(1'000);
        QTest::newRow("a millionfold") << u"3000000000"_s << qint64(1'000'000);
        QTest::newRow("the other sign") << u"-3"_s << qint64(0);
        QTest::newRow("nothing") << u"0"_s << qint64(0);
    }
    void totalsOfAnotherScaleAreFound()
    {
        QFETCH(QString, total);
        QFETCH(qint64, factor);
        const auto found = recordIn(contextWithTotal(total));
        QVERIFY(found);
        QCOMPARE(found->verdict, factor == 0 ? Verdict::Passed : Verdict::Warn);
        QCOMPARE(found->threshold, u"0.5"_s);
        if (factor == 0)
            return;
        QCOMPARE(found->count, 1);
        QCOMPARE(found->actual, total);
        QCOMPARE(found->expected, u"3000"_s);
        QCOMPARE(found->columns,
                 (QList<InColumn>{{.column = u"Amount"_s,
                                   .trait = factor < 0 ? Trait::TotalSmaller : Trait::TotalLarger,
                                   .count = std::abs(factor),
                                   .actual = total,
                                   .expected = u"3000"_s}}));
    }

    void emptyRegionHasNoTotalToCompareWith()
    {
        RunContext context = contextWithTotal(u"3"_s);
        context.existing = Sheet::Grid();
        QCOMPARE(recordIn(context)->verdict, Verdict::Passed);
        context.existing = gridOf({{}, {text("a"), number("5")}, {text("b"), number("-5")}});
        QCOMPARE(recordIn(context)->verdict, Verdict::Passed);
        context.existing = gridOf({{}, {text("a"), text("n/a")}});
        QCOMPARE(recordIn(context)->verdict, Verdict::Passed);
    }

    void formatsOfAnotherScaleAreFoundWithTheirRow()
    {
        RunContext context = contextWithTotal(u"3000"_s);
        context.facts.scales.row = 3;
        context.facts.scales.columns = {{1, Scale::Thousands, Scale::Ones}};
        const auto shown = recordIn(context);
        QCOMPARE(shown->verdict, Verdict::Warn);
        QCOMPARE(shown->place, u"C4"_s);
        QCOMPARE(shown->actual, u"THOUSANDS"_s);
        QCOMPARE(shown->expected, u"ONES"_s);
        context.facts.scales.columns = {{1, Scale::NotTold, Scale::Millions}};
        const auto entered = recordIn(context);
        QCOMPARE(entered->columns,
                 (QList<InColumn>{{.column = u"Amount"_s,
                                   .trait = Trait::EnteredIn,
                                   .place = u"C4"_s,
                                   .actual = u"MILLIONS"_s,
                                   .expected = u"ONES"_s}}));
    }

    void columnIsCountedOnceForAllThatIsFound()
    {
        RunContext context = contextWithTotal(u"3"_s);
        context.facts.scales.columns = {{1, Scale::Thousands, Scale::Thousands}};
        const auto found = recordIn(context);
        QCOMPARE(found->count, 1);
        QCOMPARE(found->columns.size(), 3);
    }

    void whatWasNotReadHasNotPassed()
    {
        RunContext context = contextWithTotal(u"3000"_s);
        context.facts.scales.unread = Finding::Unread::Failed;
        QCOMPARE(recordIn(context)->verdict, Verdict::NotMade);
        context.data.columns[1].total = u"3"_s; // totals are known all the same
        QCOMPARE(recordIn(context)->verdict, Verdict::Warn);
        QVERIFY(recordIn(context)->unread == Finding::Unread::Failed);
    }

    void runThatDidNotAskFindsNothing()
    {
        RunContext context = contextWithTotal(u"3"_s);
        context.facts.scales.unread = Finding::Unread::NotAsked;
        QCOMPARE(recordIn(context)->verdict, Verdict::NotMade);
        QVERIFY(recordIn(context)->unread == Finding::Unread::NotAsked);
        context.request.source = StoredGrid{};
        QVERIFY(!recordIn(context));
    }
};

QTEST_GUILESS_MAIN(TestScaleCheck)
#include "tst_scalecheck.moc"
