#include "setup/landing.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Setup;
using Kind = Sheet::Fit::Kind;

namespace {

Domo::DataSet dataSet(std::optional<qint64> rows, std::optional<int> columns)
{
    return {.id = u"d"_s, .rows = rows, .columns = columns};
}

Landing landing(const QString &region, qint64 rows, int columns, bool names = true)
{
    return landingOf(dataSet(rows, columns), *Sheet::Region::parse(region), names, {});
}

bool shows(const QList<Span> &spans, int index)
{
    return std::ranges::any_of(
        spans, [index](const Span &span) { return index >= span.first && index < span.first + span.count; });
}

} // namespace

class TestLanding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnNamesTakeARow()
    {
        QCOMPARE(Sheet::toA1(landing(u"B3:"_s, 1200, 10).fit->data), u"B3:K1203"_s);
        QCOMPARE(Sheet::toA1(landing(u"B3:"_s, 1200, 10, false).fit->data), u"B3:K1202"_s);
    }

    void unknownSizeLandsNowhere()
    {
        for (const Domo::DataSet &one : {dataSet({}, 10), dataSet(1200, {})}) {
            const Landing none = landingOf(one, *Sheet::Region::parse(u"B3:"_s), true, {});
            QVERIFY(!none.fit);
            QVERIFY(!none.better());
            QVERIFY(!none.hasRestBelow());
            QVERIFY(shows(none.rows, 2));
            QVERIFY(shows(none.columns, 1));
        }
    }

    void methodThatGoesByTheSheetsRowsLandsNowhereYet()
    {
        for (const auto kind : {Sheet::UpdateMethod::Kind::Append, Sheet::UpdateMethod::Kind::Upsert,
                                Sheet::UpdateMethod::Kind::Partition}) {
            const Landing one = landingOf(dataSet(1200, 10), *Sheet::Region::parse(u"B3:"_s), true, kind);
            QCOMPARE(one.method, kind);
            QVERIFY(!one.fit);
            QVERIFY(!one.hasRestBelow() && !one.hasRestBeside());
            QVERIFY(shows(one.rows, 2));
        }
    }

    void rowPoliciesMakeItAnUpperLimit()
    {
        Domo::DataSet one = dataSet(7, 2);
        one.pdpEnabled = true;
        QVERIFY(landingOf(one, {}, true, {}).isAtMost);
        QVERIFY(!landing(u":"_s, 7, 2).isAtMost);
    }

    void overflowIsCertainUnlessHiddenRowsCanEndIt()
    {
        Domo::DataSet one = dataSet(7, 2);
        const auto isCertain = [&one](const QString &region) {
            return landingOf(one, *Sheet::Region::parse(region), true, {}).isOverflowCertain();
        };
        QVERIFY(isCertain(u"B3:C5"_s));
        QVERIFY(!isCertain(u"B3:C10"_s)); // it fits
        one.pdpEnabled = true;
        QVERIFY(!isCertain(u"B3:C5"_s));
        QVERIFY(isCertain(u"B3:B10"_s)); // too wide
    }

    void beginAndEndAreShown_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("large") << u"B3:"_s << qint64(1200) << 10;
        QTest::newRow("small") << u"B3:"_s << qint64(3) << 2;
        QTest::newRow("corner") << u"A1"_s << qint64(0) << 1;
        QTest::newRow("far away") << u"ZZ90000:"_s << qint64(100'000) << 300;
        QTest::newRow("whole columns") << u"A:C"_s << qint64(12) << 3;
        QTest::newRow("to the last row") << u"A1:"_s << qint64(Sheet::maxRows - 1) << 1;
    }
    void beginAndEndAreShown()
    {
        QFETCH(QString, region);
        QFETCH(qint64, rows);
        QFETCH(int, columns);
        const Landing one = landing(region, rows, columns);
        const Sheet::Rectangle data = one.fit->data;
        QVERIFY(shows(one.rows, data.row) && shows(one.columns, data.column));
        if (data.lastRow() + 1 < Sheet::maxRows) {
            QVERIFY(shows(one.rows, data.lastRow()) && shows(one.rows, data.lastRow() + 1));
            QVERIFY(shows(one.columns, data.lastColumn()) && shows(one.columns, data.lastColumn() + 1));
        }
        int shown = 0;
        int end = -1;
        for (const Span &span : one.rows) {
            QVERIFY(span.first > end); // in order, and never adjoining
            QVERIFY(span.count > 0);
            end = span.first + span.count;
            QVERIFY(end <= Sheet::maxRows);
            shown += span.count;
        }
        QVERIFY(shown <= 15);
        const QList<Sheet::Rectangle> areas = one.areas();
        QCOMPARE(areas.size(), one.rows.size() * one.columns.size());
        for (const Sheet::Rectangle &area : areas)
            QVERIFY(area.cells() < 200);
    }

    void dataLargerThanASheetIsNotShownToItsEnd()
    {
        const Landing one = landing(u"A5:"_s, std::numeric_limits<qint64>::max() - 1, 2);
        QCOMPARE(one.fit->kind, Kind::Overflows);
        QVERIFY(!one.better());
        QCOMPARE(one.rows.size(), 1);
    }

    void betterRegionLeavesTheRestAlone_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<bool>("below");
        QTest::addColumn<bool>("beside");
        QTest::addColumn<QString>("better"); // empty: none
        QTest::newRow("open") << u"B3:"_s << true << true << u"B3:C6"_s;
        QTest::newRow("columns") << u"B3:C"_s << true << false << u"B3:C6"_s;
        QTest::newRow("rows") << u"B3:6"_s << false << true << u"B3:C6"_s;
        QTest::newRow("larger") << u"B3:D9"_s << true << true << u"B3:C6"_s;
        QTest::newRow("exact") << u"B3:C6"_s << false << false << QString();
        QTest::newRow("too short") << u"B3:C5"_s << false << false << u"B3:C6"_s;
        QTest::newRow("too narrow") << u"B3:B"_s << false << false << u"B3:C"_s;
    }
    void betterRegionLeavesTheRestAlone()
    {
        QFETCH(QString, region);
        QFETCH(bool, below);
        QFETCH(bool, beside);
        QFETCH(QString, better);
        const Landing one = landing(region, 3, 2);
        QCOMPARE(one.hasRestBelow(), below);
        QCOMPARE(one.hasRestBeside(), beside);
        QCOMPARE(one.better() ? one.better()->toString() : QString(), better);
    }

    void nothingToWriteHasNoBetterRegion()
    {
        const Landing one = landing(u"B3:"_s, 0, 2, false);
        QVERIFY(!one.better());
        QVERIFY(shows(one.rows, 2));
    }
};

QTEST_GUILESS_MAIN(TestLanding)
#include "tst_landing.moc"
