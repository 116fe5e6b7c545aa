#include "sheet/fit.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

using namespace Sheet;

class TestFit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regionDecidesWhetherDataFits_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<Fit::Kind>("kind");
        QTest::addColumn<QString>("data");
        const auto row = [](const char *region, int rows, int columns, Fit::Kind kind, const char *data) {
            QTest::newRow(qPrintable(u"%1 %2x%3"_s.arg(QString::fromUtf8(region)).arg(rows).arg(columns)))
                << QString::fromUtf8(region) << rows << columns << kind << QString::fromUtf8(data);
        };
        using enum Fit::Kind;
        row("A1", 1, 1, Fills, "A1");
        row("A1", 2, 1, Overflows, "A1:A2");
        row("A2:D8", 7, 4, Fills, "A2:D8");
        row("A2:D8", 6, 4, LeavesRest, "A2:D7");
        row("A2:D8", 7, 3, LeavesRest, "A2:C8");
        row("A2:D8", 0, 0, LeavesRest, "");
        row("A2:D8", 0, 4, LeavesRest, "");
        row("A2:D8", 8, 4, Overflows, "A2:D9");
        row("A2:D8", 7, 5, Overflows, "A2:E8");
        row("A2:D8", 1, 5, Overflows, "A2:E2");
        row("A:C", 5, 3, LeavesRest, "A1:C5");
        row("A:C", maxRows, 3, Fills, "A1:C1048576");
        row("A:C", 5, 4, Overflows, "A1:D5");
        row("2:3", 2, 5, LeavesRest, "A2:E3");
        row("2:3", 3, 5, Overflows, "A2:E4");
        row("B3:", 10, 10, LeavesRest, "B3:K12");
        row("B3:", maxRows - 2, maxColumns - 1, Fills, "B3:XFD1048576");
        row("B3:", maxRows - 1, 1, Overflows, "B3:B1048577");
        row("B3:", 1, maxColumns, Overflows, "B3:XFE3");
        row("B3:F", 100, 5, LeavesRest, "B3:F102");
        row("B3:F", 100, 6, Overflows, "B3:G102");
        row("B3:20", 18, 100, LeavesRest, "B3:CW20");
        row("B3:20", 19, 1, Overflows, "B3:B21");
        row(":", 100, 100, LeavesRest, "A1:CV100");
        row(":", maxRows + 1, 1, Overflows, "A1:A1048577");
    }
    void regionDecidesWhetherDataFits()
    {
        QFETCH(const QString, region);
        QFETCH(const int, rows);
        QFETCH(const int, columns);
        const Fit result = fit(*Region::parse(region), rows, columns);
        QTEST(result.kind, "kind");
        QTEST(toA1(result.data), "data");
        QCOMPARE(result.data.topLeft(), Region::parse(region)->anchor());
        if (result.kind != Fit::Kind::Overflows)
            QVERIFY(result.alternatives.isEmpty());
    }

    void overflowOffersWhatWouldHold_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("offered");
        const auto row = [](const char *name, const char *region, int rows, int columns, const char *offered) {
            QTest::newRow(name) << QString::fromUtf8(region) << rows << columns << QString::fromUtf8(offered);
        };
        row("cell", "A1", 100, 5, "A1:E100 A:E 1:100 :");
        row("too long", "A2:D8", 20, 4, "A2:D21 A2:D");
        row("too long and narrow keeps its width", "A2:D8", 20, 2, "A2:D21 A2:D");
        row("too wide", "A2:D8", 7, 6, "A2:F8 2:8");
        row("too wide and short keeps its height", "B2:D8", 1, 6, "B2:G8 B2:8");
        row("both", "B3:D8", 20, 6, "B3:G22 B3:G B3:22 B3:");
        row("whole columns too narrow", "A:C", 10, 5, "A:E :");
        row("other columns too narrow", "B:C", 10, 5, "B:F B1:");
        row("whole rows too few", "2:3", 5, 9, "2:6 A2:");
        row("open below, too narrow", "B3:F", 10, 6, "B3:G B3:");
        row("open right, too short", "B3:20", 19, 6, "B3:21 B3:");
        row("up to the limits", "B3:C4", maxRows - 2, maxColumns - 1, "B3:XFD1048576 B3:XFD B3:1048576 B3:");
        row("longer than a sheet", "B3:", maxRows - 1, 1, "");
        row("wider than a sheet", ":", 1, maxColumns + 1, "");
        row("too long, and wider than a sheet", "B3:C4", 10, maxColumns, "");
    }
    void overflowOffersWhatWouldHold()
    {
        QFETCH(const QString, region);
        QFETCH(const int, rows);
        QFETCH(const int, columns);
        const Fit result = fit(*Region::parse(region), rows, columns);
        QCOMPARE(result.kind, Fit::Kind::Overflows);
        QStringList offered;
        for (const Region &alternative : result.alternatives)
            offered.append(alternative.toString());
        QTEST(offered.join(u' '), "offered");
    }

    void everyOfferFits()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 5'000; ++i) {
            const Address anchor{random.bounded(5), random.bounded(5)};
            const auto side = [&](int from) {
                return random.bounded(3) ? std::optional(from + random.bounded(10)) : std::nullopt;
            };
            const Region region(anchor, side(anchor.row), side(anchor.column));
            const int rows = random.bounded(15);
            const int columns = random.bounded(15);
            const Fit result = fit(region, rows, columns);
            QCOMPARE(result.kind == Fit::Kind::Overflows, !result.alternatives.isEmpty());
            for (const Region &alternative : result.alternatives) {
                QVERIFY(fit(alternative, rows, columns).kind != Fit::Kind::Overflows);
                QVERIFY(alternative.bounded().contains(region.bounded()));
                QCOMPARE(result.alternatives.count(alternative), 1);
            }
        }
    }

    void cellsToCompareAreThoseOfTheRegion_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<qint64>("cells"); // with 10 rows × 4 columns of data
        QTest::newRow("closed") << u"B3:F30"_s << qint64(28 * 5);
        QTest::newRow("closed and too small") << u"B3:C4"_s << qint64(4);
        QTest::newRow("open") << u"B3:"_s << qint64(40);
        QTest::newRow("open, with too few columns") << u"B3:C"_s << qint64(20);
        QTest::newRow("closed, and larger than a spreadsheet can be") << u"A1:XFD1048576"_s << qint64(40);
    }
    void cellsToCompareAreThoseOfTheRegion()
    {
        QFETCH(QString, region);
        QTEST(cellsToCompare(*Region::parse(region), 10, 4), "cells");
    }

    void anySizeIsTaken()
    {
        constexpr int most = std::numeric_limits<int>::max();
        for (const char *text : {":", "B3:", "C9:D12", "XFD1048576"}) {
            const Fit result = fit(*Region::parse(QString::fromUtf8(text)), most, most);
            QCOMPARE(result.kind, Fit::Kind::Overflows);
            QVERIFY(result.alternatives.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestFit)
#include "tst_fit.moc"
