#include "writeback/bandplan.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Core::ErrorKind;

namespace {

Sheet::Region regionOf(const char *text)
{
    return *Sheet::Region::parse(QString::fromLatin1(text));
}

// A sheet that returns bands like a service: pages of 50,000 cells of its used rows.
struct Sheet50
{
    int rows = 0; // used, from the top of the sheet
    int columns = 1;
    bool refusesBeyond = false; // rejects a range that starts below the last row, or (closed) ends there
    bool linksOn = false; // a full last page links to a page without cells

    [[nodiscard]] int rowsOfAPage() const { return 50'000 / columns; }

    [[nodiscard]] Core::Result<BandRead> answer(const Band &band) const
    {
        const Sheet::Rectangle region = band.region.bounded();
        const bool isOpen = band.source >= BandSource::OpenSheetData || !band.region.lastRow();
        const int begin = band.source == BandSource::SheetDataFromAbove ? band.above.row : region.row;
        if (refusesBeyond && (begin >= rows || (!isOpen && region.lastRow() >= rows)))
            return Core::fail(ErrorKind::Rejected, band.region.toString());
        BandRead read{.nextRow = begin, .source = band.source};
        const int wanted = band.stop.value_or(region.lastRow() + 1);
        const int end = std::min(rows, region.lastRow() + 1);
        read.isWhole = false;
        while (!read.isWhole && read.nextRow < wanted) {
            const int before = read.nextRow;
            read.nextRow = std::min(before + rowsOfAPage(), std::max(end, before));
            const bool isFull = read.nextRow - before == rowsOfAPage();
            read.isWhole = read.nextRow >= end && !(linksOn && isFull);
        }
        read.extent = Sheet::Rectangle{begin, 0, read.nextRow - begin, columns}.intersected(region);
        read.cells = read.extent.cells();
        read.isSheetsEnd = read.isWhole && isOpen;
        return read;
    }
};

// Follows a plan with `atOnce` bands under way, which are all answered together, and tries other sources like a
// BandReader.
struct Walk
{
    int waves = 0;
    int bands = 0;
    int dropped = 0;
    bool isDone = false;
    std::vector<bool> isRead; // for each row of the sheet
    std::optional<Core::Error> error;
    int endRow = 0;

    Walk(BandPlan plan, const Sheet50 &sheet, size_t atOnce = 4) : isRead(size_t(sheet.rows) + 1)
    {
        std::vector<size_t> underWay;
        for (;;) {
            while (underWay.size() < atOnce) {
                const auto next = plan.next();
                if (!next)
                    break;
                underWay.push_back(*next);
                ++bands;
            }
            if (underWay.empty())
                break;
            ++waves;
            for (const size_t number : std::exchange(underWay, {})) {
                Band band = plan.band(number);
                auto read = sheet.answer(band);
                while (!read && band.mayFallBack && band.source < BandSource::SheetDataFromAbove) {
                    band.source = BandSource(int(band.source) + 1);
                    read = sheet.answer(band);
                }
                if (read) {
                    const auto &extent = read->extent;
                    for (int row = extent.row; row <= std::min(extent.lastRow(), sheet.rows - 1); ++row)
                        isRead[size_t(row)] = true;
                }
                plan.ended(number, read);
                dropped += int(plan.takeDropped().size());
            }
        }
        isDone = plan.isDone();
        error = plan.error();
        endRow = plan.endRow();
    }

    [[nodiscard]] bool readAll(int firstRow, int endOfRows) const
    {
        for (int row = firstRow; row < endOfRows; ++row) {
            if (!isRead[size_t(row)])
                return false;
        }
        return true;
    }
};

int waves(int requests)
{
    return (requests + 3) / 4;
}

} // namespace

class TestBandPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closedRegionsAreBandsOfWholeRows()
    {
        BandPlan plan(regionOf("B3:C60002"));
        for (const char *region : {"B3:C25002", "B25003:C50002", "B50003:C60002"}) {
            const auto next = plan.next();
            QVERIFY(next);
            QCOMPARE(plan.band(*next).region, regionOf(region));
            QVERIFY(!plan.band(*next).stop);
        }
        QVERIFY(!plan.next());
        QVERIFY(!plan.isDone());
    }

    void smallOpenRegionIsOneRequest()
    {
        for (const char *region : {":", "A:C", "1:9", "A1:XFD1048576"}) {
            const Walk walk(BandPlan(regionOf(region)), {.rows = 9, .columns = 3});
            QVERIFY(walk.isDone);
            QCOMPARE(walk.bands, 1);
            QVERIFY(walk.readAll(0, 9));
        }
    }

    void openRegionsAreReadAsFastAsClosedOnes_data()
    {
        QTest::addColumn<int>("pages");
        for (const int pages : {13, 16, 20, 40, 41})
            QTest::newRow(qPrintable(QString::number(pages))) << pages;
    }
    void openRegionsAreReadAsFastAsClosedOnes()
    {
        QFETCH(const int, pages);
        const Sheet50 sheet{.rows = pages * 2'500, .columns = 20};
        const Walk walk(BandPlan(regionOf("A:XFD")), sheet);
        QVERIFY(walk.isDone);
        QVERIFY(walk.readAll(0, sheet.rows));
        QCOMPARE(walk.endRow, sheet.rows);
        QVERIFY2(10 * walk.waves <= 13 * waves(pages), qPrintable(QString::number(walk.waves)));
        QVERIFY(walk.bands <= pages + 3); // including wasted requests
    }

    void smallSheetCostsFewWastedRequests_data()
    {
        QTest::addColumn<int>("pages");
        for (const int pages : {1, 2, 3, 4, 5})
            QTest::newRow(qPrintable(QString::number(pages))) << pages;
    }
    void smallSheetCostsFewWastedRequests()
    {
        QFETCH(const int, pages);
        const Sheet50 sheet{.rows = pages * 2'500, .columns = 20};
        const Walk walk(BandPlan(regionOf(":")), sheet);
        QVERIFY(walk.isDone);
        QVERIFY(walk.readAll(0, sheet.rows));
        QVERIFY2(walk.bands <= 2 * pages, qPrintable(QString::number(walk.bands)));
    }

    void expectedRowsAreRequestedAtOnce_data()
    {
        QTest::addColumn<int>("expected");
        QTest::addColumn<int>("inVain"); // maximum number of bands
        QTest::addColumn<int>("late"); // maximum number of waves
        QTest::newRow("exactly") << 25'000 << 0 << 0;
        QTest::newRow("less") << 10'000 << 3 << 1;
        QTest::newRow("more") << 40'000 << 4 << 1;
    }
    void expectedRowsAreRequestedAtOnce()
    {
        QFETCH(const int, expected);
        QFETCH(const int, inVain);
        QFETCH(const int, late);
        const Sheet50 sheet{.rows = 25'000, .columns = 20};
        const Walk walk(BandPlan(regionOf(":"), expected, 20), sheet);
        QVERIFY(walk.isDone);
        QVERIFY(walk.readAll(0, sheet.rows));
        QCOMPARE(walk.endRow, sheet.rows);
        QVERIFY2(walk.bands <= 10 + inVain, qPrintable(QString::number(walk.bands)));
        QVERIFY2(walk.waves <= waves(10) + late, qPrintable(QString::number(walk.waves)));
    }

    void everyRowIsReadWhateverTheServiceDoes_data()
    {
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("expectedRows");
        QTest::addColumn<bool>("refuses");
        QTest::addColumn<bool>("linksOn");
        for (const char *region : {":", "A:T", "3:70000", "B3:", "A1:T60000", "A1:T1000000"}) {
            for (const int rows : {0, 1, 2'499, 2'500, 2'501, 10'000, 60'000}) {
                for (const int expected : {0, 1, 2'500, 9'000, 100'000}) {
                    for (const bool refuses : {false, true}) {
                        for (const bool linksOn : {false, true})
                            QTest::addRow("%s, %d rows, %d expected, %s, %s", region, rows, expected,
                                          refuses ? "refuses" : "answers", linksOn ? "links on" : "ends")
                                << QByteArray(region) << rows << expected << refuses << linksOn;
                    }
                }
            }
        }
    }
    void everyRowIsReadWhateverTheServiceDoes()
    {
        QFETCH(const QByteArray, region);
        QFETCH(const int, rows);
        QFETCH(const int, expectedRows);
        QFETCH(const bool, refuses);
        QFETCH(const bool, linksOn);
        const Sheet50 sheet{.rows = rows, .columns = 20, .refusesBeyond = refuses, .linksOn = linksOn};
        const Sheet::Rectangle bounds = regionOf(region.constData()).bounded();
        const Walk walk(BandPlan(regionOf(region.constData()), expectedRows, 20), sheet);
        QVERIFY(walk.isDone);
        if (rows == 0 && refuses) { // there is no position to start from
            QVERIFY(walk.error);
            return;
        }
        QVERIFY(!walk.error);
        QVERIFY(walk.readAll(bounds.row, std::min(rows, bounds.lastRow() + 1)));
        QVERIFY(walk.endRow >= std::min(rows, bounds.lastRow() + 1));
    }

    void blankBandsAreNoEnd()
    {
        BandPlan plan(regionOf(":"));
        QCOMPARE(plan.next(), 0);
        plan.ended(0, BandRead{.extent = {0, 0, 100, 5}, .cells = 500, .nextRow = 100, .isWhole = false});
        for (const size_t number : {1u, 2u, 3u})
            QCOMPARE(plan.next(), number);
        for (const size_t number : {1u, 2u, 3u}) // rows without cells
            plan.ended(number, BandRead{.nextRow = 100 * int(number + 1), .isWhole = false});
        QVERIFY(!plan.isDone());
        QCOMPARE(plan.next(), 4);
    }

    void cellsFurtherDownDisproveAnEnd()
    {
        BandPlan plan(regionOf(":"), 400, 500); // four bands of a hundred rows
        for (const size_t number : {0u, 1u, 2u, 3u})
            QCOMPARE(plan.next(), number);
        plan.ended(2, BandRead{.extent = {200, 0, 100, 5}, .cells = 500, .nextRow = 300, .isWhole = false});
        plan.ended(0, BandRead{.extent = {0, 0, 50, 5}, .cells = 250, .nextRow = 50, .isWhole = true});
        QVERIFY(plan.takeDropped().empty());
        plan.ended(1, BandRead{.nextRow = 100, .isWhole = true});
        QVERIFY(!plan.isDone());
        plan.ended(3, BandRead{.nextRow = 300, .isWhole = true});
        QVERIFY(plan.isDone());
        QVERIFY(plan.endRow() >= 300);
    }

    void refusedGuessesBelowTheEndDoNotCount()
    {
        BandPlan plan(regionOf(":"), 400, 500);
        for (const size_t number : {0u, 1u, 2u, 3u})
            QCOMPARE(plan.next(), number);
        plan.ended(3, Core::fail(ErrorKind::Rejected));
        plan.ended(2, Core::fail(ErrorKind::NotFound));
        plan.ended(0, BandRead{.extent = {0, 0, 100, 5}, .cells = 500, .nextRow = 100, .isWhole = false});
        QVERIFY(!plan.isDone());
        plan.ended(1, BandRead{.extent = {100, 0, 10, 5}, .cells = 50, .nextRow = 110, .isWhole = true});
        QVERIFY(plan.isDone());
        QVERIFY(!plan.error());
        QCOMPARE(plan.endRow(), 200);
    }

    void existingBandThatIsRefusedUsesAnotherSource()
    {
        BandPlan plan(regionOf("A:C"));
        QCOMPARE(plan.next(), 0);
        QVERIFY(plan.band(0).mayFallBack);
        plan.ended(0, BandRead{.extent = {0, 0, 100, 3}, .cells = 300, .nextRow = 100, .isWhole = false});
        for (const size_t number : {1u, 2u, 3u}) {
            QCOMPARE(plan.next(), number);
            QVERIFY(!plan.band(number).mayFallBack);
        }
        plan.ended(1, Core::fail(ErrorKind::Rejected));
        QCOMPARE(plan.takeDropped(), (std::vector<size_t>{2, 3}));
        QCOMPARE(plan.next(), 1);
        QVERIFY(plan.band(1).mayFallBack);
        QCOMPARE(plan.band(1).above, (Sheet::Address{0, 0}));
        plan.ended(1,
                   BandRead{.extent = {100, 0, 100, 3},
                            .cells = 300,
                            .nextRow = 200,
                            .isWhole = false,
                            .source = BandSource::SheetData});
        QCOMPARE(plan.next(), 4); // further bands are requested like this one
        QVERIFY(plan.band(4).source == BandSource::SheetData);
        QCOMPARE(plan.band(4).region.anchor(), (Sheet::Address{200, 0}));
    }

    void failureIsTheResultOnceTheBandsAboveAreRead()
    {
        BandPlan plan(regionOf("A1:B100000"));
        for (const size_t number : {0u, 1u, 2u})
            QCOMPARE(plan.next(), number);
        plan.ended(1, Core::fail(ErrorKind::Rejected, u"A25001:B50000"_s));
        QVERIFY(!plan.isDone());
        plan.ended(0, BandRead{.extent = {0, 0, 25'000, 2}, .cells = 50'000, .nextRow = 25'000});
        QVERIFY(plan.isDone());
        QCOMPARE(plan.error()->subject, u"A25001:B50000"_s);
    }

    void otherFailuresAreNotRetried()
    {
        BandPlan plan(regionOf(":"), 200, 500);
        QCOMPARE(plan.next(), 0);
        QCOMPARE(plan.next(), 1);
        plan.ended(0, BandRead{.extent = {0, 0, 100, 5}, .cells = 500, .nextRow = 100, .isWhole = false});
        plan.ended(1, Core::fail(ErrorKind::NoAccess));
        QVERIFY(plan.isDone());
        QCOMPARE(plan.error()->kind, ErrorKind::NoAccess);
    }

    void nothingIsRequestedBelowTheEnd()
    {
        BandPlan plan(regionOf("A1:B100000"));
        QCOMPARE(plan.next(), 0);
        QCOMPARE(plan.next(), 1);
        plan.ended(0,
                   BandRead{.extent = {0, 0, 10, 2},
                            .cells = 20,
                            .nextRow = 10,
                            .isSheetsEnd = true,
                            .source = BandSource::OpenSheetData});
        QCOMPARE(plan.takeDropped(), std::vector<size_t>{1});
        QVERIFY(plan.isDone());
        QVERIFY(!plan.next());
        QCOMPARE(plan.endRow(), 25'000);
    }
};

QTEST_GUILESS_MAIN(TestBandPlan)
#include "tst_bandplan.moc"
