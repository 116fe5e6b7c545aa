#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/readvalues.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Sheet::Cell;
using Sheet::CellKind;
using Support::Answer;
using Workiva::ReadValues;
using Workiva::ValueStyle;

namespace {

const QByteArray sheet = "GET /spreadsheets/s1/sheets/t1/values/"_ba;

Sheet::Region region(const char *text)
{
    return *Sheet::Region::parse(QString::fromLatin1(text));
}

// "B3=1 C3=x D3=-": the cells passed to the sink, in order.
class Cells
{
public:
    [[nodiscard]] Workiva::RowSink sink()
    {
        return [this](int row, int firstColumn, std::span<const Cell> cells) -> Core::Result<void> {
            for (const Cell &cell : cells) {
                const auto text = QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
                m_list.append(Sheet::toA1(Sheet::Address{row, firstColumn++}) + u'='
                              + (cell.kind == CellKind::Empty ? u"-"_s : text));
            }
            return {};
        };
    }
    [[nodiscard]] QString text() const { return m_list.join(u' '); }

private:
    QStringList m_list;
};

} // namespace

class TestReadValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void styleAndPageSizeAreAskedFor_data()
    {
        QTest::addColumn<ValueStyle>("style");
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("raw") << ValueStyle::Raw << QByteArray("B3:F20")
                             << QByteArray("B3:F20?$valuestyle=raw&$maxcellsperpage=50000");
        QTest::newRow("calculated") << ValueStyle::Calculated << QByteArray("B3:")
                                    << QByteArray("B3:?$valuestyle=calculated&$maxcellsperpage=50000");
        QTest::newRow("whole sheet") << ValueStyle::Raw << QByteArray(":")
                                     << QByteArray(":?$valuestyle=raw&$maxcellsperpage=50000");
        QTest::newRow("one cell") << ValueStyle::Raw << QByteArray("A1")
                                  << QByteArray("A1?$valuestyle=raw&$maxcellsperpage=50000");
    }
    void styleAndPageSizeAreAskedFor()
    {
        QFETCH(const ValueStyle, style);
        QFETCH(const QByteArray, region);
        QFETCH(const QByteArray, target);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheet + target, Answer::json(200, R"({"data":[]})"));
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, ::region(region.constData()), style, cells.sink());
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(job.result()->extent.isEmpty());
        QCOMPARE(job.result()->cells, 0);
        QVERIFY(cells.text().isEmpty());
    }

    void pagesLieBelowEachOther_data()
    {
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<QByteArrayList>("pages"); // their data
        QTest::addColumn<QString>("cells");
        QTest::addColumn<QString>("extent");
        const auto row = [](const char *name, const char *region, const QByteArrayList &pages, const char *cells,
                            const char *extent) {
            QTest::newRow(name) << QByteArray(region) << pages << QString::fromLatin1(cells)
                                << QString::fromLatin1(extent);
        };
        row("one page", "B3:", {R"({"range":"B3:C4","values":[[1,"x"],[null,true]]})"}, "B3=1 C3=x B4=- C4=true",
            "B3:C4");
        row("a single cell", "B3:F9", {R"({"range":"B3","values":[[1]]})"}, "B3=1", "B3");
        row("an open range", "B3:", {R"({"range":"B3:","values":[[1],[2]]})"}, "B3=1 B4=2", "B3:B4");
        row("without a range", "B3:C4", {R"({"values":[[1,2],[3,4]]})"}, "B3=1 C3=2 B4=3 C4=4", "B3:C4");
        row("ragged", "A1:C2", {R"({"values":[[1,2,3],[4]]})"}, "A1=1 B1=2 C1=3 A2=4", "A1:C2");
        row("pages without", "B2:B5", {R"({"values":[[1],[2]]})", "", R"({"values":[[3]]},{"values":[[4]]})"},
            "B2=1 B3=2 B4=3 B5=4", "B2:B5");
        row("pages with the range of all", "A1:B4",
            {R"({"range":"A1:B4","values":[[1,2],[3,4]]})", R"({"range":"A1:B4","values":[[5,6],[7,8]]})"},
            "A1=1 B1=2 A2=3 B2=4 A3=5 B3=6 A4=7 B4=8", "A1:B4");
        row("ranges that count from the region", "B3:C6",
            {R"({"range":"A1:B2","values":[[1,2],[3,4]]})", R"({"range":"A3:B4","values":[[5,6],[7,8]]})"},
            "B3=1 C3=2 B4=3 C4=4 B5=5 C5=6 B6=7 C6=8", "B3:C6");
        row("a page of blank rows", "A1:B4",
            {R"({"range":"A1:B4","values":[[],[]]})", R"({"range":"A1:B4","values":[[],[7,8]]})"}, "A4=7 B4=8",
            "A3:B4"); // a block is as wide as its longest row
        row("rows left out", ":", {R"({"range":"A1:B1","values":[[1,2]]})", R"({"range":"A6:A6","values":[[3]]})"},
            "A1=1 B1=2 A6=3", "A1:B6");
        row("pages side by side", "A1:B2",
            {R"({"range":"A1:A2","values":[[1],[2]]})", R"({"range":"B1:B2","values":[[3],[4]]})"},
            "A1=1 A2=2 B1=3 B2=4", "A1:B2");
        row("empty rows", "A1:B3", {R"({"range":"A1:B3","values":[[],[],[]]})"}, "", "");
    }
    void pagesLieBelowEachOther()
    {
        QFETCH(const QByteArray, region);
        QFETCH(const QByteArrayList, pages);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const QByteArray query =
                i == 0 ? QByteArray("$valuestyle=raw&$maxcellsperpage=50000") : "$next=" + QByteArray::number(i);
            const QByteArray next = i + 1 < pages.size() ? "\"?$next=" + QByteArray::number(i + 1) + '"' : "null";
            server.expect(sheet + region + '?' + query,
                          Answer::json(200, "{\"data\":[" + pages[i] + "],\"@nextLink\":" + next + '}'));
        }
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, ::region(region.constData()), ValueStyle::Raw,
                       cells.sink());
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QTEST(cells.text(), "cells");
        QTEST(Sheet::toA1(job.result()->extent), "extent");
        QCOMPARE(job.result()->pages, int(pages.size()));
        QCOMPARE(job.result()->cells, cells.text().isEmpty() ? 0 : cells.text().count(u'='));
        QVERIFY(job.result()->isWhole);
    }

    void readStopsBeforeARow_data()
    {
        QTest::addColumn<int>("stop"); // 0-based
        QTest::addColumn<int>("pages");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("after the first page") << 3 << 1 << false;
        QTest::newRow("at its end") << 4 << 1 << false;
        QTest::newRow("after the second") << 5 << 2 << false;
        QTest::newRow("when nothing follows anyway") << 8 << 3 << true;
        QTest::newRow("never") << 100 << 3 << true;
    }
    void readStopsBeforeARow()
    {
        QFETCH(const int, stop);
        QFETCH(const int, pages);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        const QByteArrayList data{R"("data":[{"values":[[1],[2]]}],"@nextLink":"?$next=1")",
                                  R"("data":[{"values":[[],[4]]}],"@nextLink":"?$next=2")",
                                  R"("data":[{"values":[[5]]}])"};
        server.expect(sheet + "B3:?$valuestyle=raw&$maxcellsperpage=50000", Answer::json(200, '{' + data[0] + '}'));
        for (int page = 1; page < pages; ++page)
            server.expect(sheet + "B3:?$next=" + QByteArray::number(page), Answer::json(200, '{' + data[page] + '}'));
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region("B3:"), ValueStyle::Raw, cells.sink());
        job.stopBefore(stop);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->pages, pages);
        QTEST(job.result()->isWhole, "isWhole");
        QCOMPARE(job.result()->nextRow, std::min(2 + 2 * pages, 7));
    }

    void oneBrokenTextIsOneUnreadableCell()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheet + "A1:C1?$valuestyle=raw&$maxcellsperpage=50000",
                      Answer::json(200, R"({"data":[{"values":[["a","caf\ud83d","c"]]}]})"));
        QList<CellKind> kinds;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region("A1:C1"), ValueStyle::Raw,
                       [&kinds](int, int, std::span<const Cell> row) -> Core::Result<void> {
                           for (const Cell &cell : row)
                               kinds.append(cell.kind);
                           return {};
                       });
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(kinds, (QList{CellKind::Text, CellKind::Unreadable, CellKind::Text}));
    }

    void pagesThatBringNothingEnd_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("no data") << QByteArray("[]");
        QTest::newRow("no rows") << QByteArray(R"([{"values":[]}])");
        QTest::newRow("blank rows beyond the region") << QByteArray(R"([{"values":[[],[]]}])");
    }
    void pagesThatBringNothingEnd()
    {
        QFETCH(const QByteArray, data);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        int asked = 0;
        const auto answer = [&](const Support::HttpRequest &) {
            ++asked;
            return Answer::json(200,
                                "{\"data\":" + data + ",\"@nextLink\":\"?$next=" + QByteArray::number(asked) + "\"}");
        };
        server.expect(sheet + "A1:B2?$valuestyle=raw&$maxcellsperpage=50000", answer);
        for (const char *page : {"1", "2", "3", "4"})
            server.always(sheet + "A1:B2?$next=" + page, answer);
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region("A1:B2"), ValueStyle::Raw, cells.sink());
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QVERIFY(asked <= 4);
    }

    void anotherShapeIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        QTest::newRow("page") << QByteArray("<html>") << u"$"_s;
        QTest::newRow("cell") << QByteArray(R"({"data":[{"values":[[1,{}]]}]})") << u"$.data[0].values[0][1]"_s;
        QTest::newRow("of two places") << QByteArray(R"({"data":[{"range":"C5:D5","values":[[1,2]]}]})")
                                       << u"$.data[0].values"_s;
        QTest::newRow("larger than the region")
            << QByteArray(R"({"data":[{"values":[[1,2,3,4,5,6]]}]})") << u"$.data[0].values"_s;
    }
    void anotherShapeIsABadReply()
    {
        QFETCH(const QByteArray, body);
        Support::HttpServer server;
        Support::TestService workiva(server.url(), Core::Service::Workiva);
        server.expect(sheet + "B3:F20?$valuestyle=raw&$maxcellsperpage=50000", Answer::json(200, body));
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region("B3:F20"), ValueStyle::Raw, cells.sink());
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QVERIFY(job.result().error().service == Core::Service::Workiva);
        QTEST(job.result().error().subject, "place");
        QVERIFY(cells.text().isEmpty());
    }

    void failureOnWidePagesIsRetriedWithSmallerOnes_data()
    {
        QTest::addColumn<QByteArray>("failure");
        QTest::newRow("500") << QByteArray("500 Internal Server Error\n\n{}");
        QTest::newRow("503") << QByteArray("503 Service Unavailable\n\n{}");
        QTest::newRow("504") << QByteArray("504 Gateway Timeout\n\n");
    }
    void failureOnWidePagesIsRetriedWithSmallerOnes()
    {
        QFETCH(const QByteArray, failure);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheet + ":?$valuestyle=raw&$maxcellsperpage=50000",
                      Answer::json(200, R"({"data":[{"values":[[1]]}],"@nextLink":"?$next=2"})"));
        server.always(sheet + ":?$next=2", Answer(failure));
        server.always(sheet + ":?$valuestyle=raw&$maxcellsperpage=20000", Answer(failure));
        server.expect(sheet + ":?$valuestyle=raw&$maxcellsperpage=16384",
                      Answer::json(200, R"({"data":[{"values":[[1],[2]]}]})"));
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region(":"), ValueStyle::Raw, cells.sink());
        QVERIFY(Support::finishes(job, workiva.clock));
        QVERIFY(job.result());
        QCOMPARE(cells.text(), u"A1=1 A1=1 A2=2"_s);
        QCOMPARE(job.result()->cells, 2);
        QCOMPARE(job.result()->pages, 1);
    }

    void truncatedPageIsRetriedWithSmallerOnes()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.always(sheet + ":?$valuestyle=raw&$maxcellsperpage=50000",
                      Answer::json(200, R"({"data":[{"values":[[1]]}]})").cutAfter(12));
        server.expect(sheet + ":?$valuestyle=raw&$maxcellsperpage=20000",
                      Answer::json(200, R"({"data":[{"values":[[1]]}]})"));
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region(":"), ValueStyle::Raw, cells.sink());
        QVERIFY(Support::finishes(job, workiva.clock));
        QVERIFY(job.result());
        QCOMPARE(cells.text(), u"A1=1"_s);
    }

    void failureWithTheSmallestPagesIsTheResult()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        for (const char *size : {"50000", "20000", "5000"})
            server.always(sheet + "A:C?$valuestyle=raw&$maxcellsperpage=" + size, "500 Internal Server Error\n\n{}");
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region("A:C"), ValueStyle::Raw, cells.sink());
        QVERIFY(Support::finishes(job, workiva.clock));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::ServiceFailed);
        QCOMPARE(job.result().error().subject, u"A:C"_s);
    }

    void smallRegionIsNotRetriedWithSmallerPages()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.always(sheet + "A1:B2?$valuestyle=raw&$maxcellsperpage=50000", "500 Internal Server Error\n\n{}");
        Cells cells;
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region("A1:B2"), ValueStyle::Raw, cells.sink());
        QVERIFY(Support::finishes(job, workiva.clock));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::ServiceFailed);
    }

    void errorOfTheSinkEndsTheRead()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheet + ":?$valuestyle=raw&$maxcellsperpage=50000",
                      Answer::json(200, R"({"data":[{"values":[[1],[2]]}],"@nextLink":"?$next=2"})"));
        int calls = 0;
        const auto sink = [&](int, int, std::span<const Cell>) -> Core::Result<void> {
            ++calls;
            return Core::fail(ErrorKind::TooLarge);
        };
        ReadValues job(workiva.service, {u"s1"_s, u"t1"_s}, region(":"), ValueStyle::Raw, sink);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::TooLarge);
        QCOMPARE(calls, 1);
    }
};

QTEST_GUILESS_MAIN(TestReadValues)
#include "tst_readvalues.moc"
