#include "support/httpserver.h"
#include "support/testgrid.h"
#include "support/testservice.h"
#include "writeback/targetreader.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Sheet::Cell;
using Sheet::CellKind;
using Support::Answer;
using Support::gridOf;

namespace {

const QByteArray values = "GET /spreadsheets/s/sheets/t/values/"_ba;
const QByteArray raw = "?$valuestyle=raw&$maxcellsperpage=50000"_ba;
const QByteArray calculated = "?$valuestyle=calculated&$maxcellsperpage=50000"_ba;

// A page of whole rows of a sheet in which every cell contains its row's number; with a link unless it is the last
// page.
Answer rowsFrom(int row, int rows, int columns, bool isLast)
{
    QByteArray json = "{\"data\":[{\"values\":[";
    for (int at = row; at < row + rows; ++at) {
        json += at == row ? "[" : ",[";
        for (int column = 0; column < columns; ++column)
            json += (column == 0 ? "" : ",") + QByteArray::number(at + 1);
        json += ']';
    }
    return Answer::json(200, json + "]}]" + (isLast ? "" : ",\"@nextLink\":\"?$next=on\"") + '}');
}

QByteArray valuesFrom(int row)
{
    return values + 'B' + QByteArray::number(row + 1) + ':' + raw;
}

} // namespace

class TestTargetReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridMatchesTheSheet()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        server.expect(values + "B3:" + raw,
                      Answer::json(200, R"({"data":[{"range":"B3:C4","values":[["a",1.50],[true,null]]}]})"));
        const auto read = this->read(server, "B3:");
        QVERIFY(read);
        QVERIFY(read->altered);
        QCOMPARE(read->alteredCells, 3);
        QCOMPARE(read->alteredSpans, (std::vector<Sheet::Span>{{0, 0, 1}, {1, 0, 0}}));
        QCOMPARE(read->cells, 4);
        QCOMPARE(m_grid.at(0, 0).text, "a");
        QCOMPARE(m_grid.at(0, 1).kind, CellKind::Number);
        QCOMPARE(m_grid.at(0, 1).text, "1.50");
        QCOMPARE(m_grid.at(1, 0).kind, CellKind::Boolean);
        QVERIFY(m_grid.at(1, 1).isBlank());
    }

    void whatIsNoLongerReturnedBecomesEmpty()
    {
        m_grid = gridOf({{Cell::ofText("a"), Cell::ofText("b")}, {Cell::ofText("c"), Cell::ofText("d")}});
        Support::HttpServer server;
        server.expect(values + "B3:C4" + raw, Answer::json(200, R"({"data":[{"range":"B3:B3","values":[["a"]]}]})"));
        const auto read = this->read(server, "B3:C4");
        QVERIFY(read);
        QVERIFY(read->altered);
        QCOMPARE(m_grid.at(0, 0).text, "a");
        QVERIFY(m_grid.at(0, 1).isBlank());
        QVERIFY(m_grid.at(1, 0).isBlank());
        QVERIFY(m_grid.at(1, 1).isBlank());
    }

    void cellsOutsideOfTheRegionStay()
    {
        m_grid = gridOf({{Cell::ofText("a"), Cell::ofText("b")}, {Cell::ofText("c"), Cell::ofText("d")}});
        Support::HttpServer server;
        server.expect(values + "C4" + raw, Answer::json(200, R"({"data":[{"range":"C4","values":[["new"]]}]})"));
        QVERIFY(read(server, "C4"));
        QCOMPARE(m_grid.at(0, 0).text, "a");
        QCOMPARE(m_grid.at(0, 1).text, "b");
        QCOMPARE(m_grid.at(1, 0).text, "c");
        QCOMPARE(m_grid.at(1, 1).text, "new");
    }

    void nothingIsAlteredWhenAllIsEqual()
    {
        m_grid = gridOf({{Cell::ofText("a"), Cell::ofNumber("1.5")}});
        Support::HttpServer server;
        server.expect(values + "B3:C3" + raw,
                      Answer::json(200, R"({"data":[{"range":"B3:C3","values":[["a",1.50]]}]})"));
        const auto read = this->read(server, "B3:C3");
        QVERIFY(read);
        QVERIFY(!read->altered);
    }

    void textThatIsCalculatedIsAFormula()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        server.expect(values + "B3:C3" + raw,
                      Answer::json(200, R"({"data":[{"range":"B3:C3","values":[["x","=1+1"]]}]})"));
        server.expect(values + "C3" + calculated, Answer::json(200, R"({"data":[{"range":"C3","values":[[2]]}]})"));
        QVERIFY(read(server, "B3:C3"));
        QCOMPARE(m_grid.at(0, 0).kind, CellKind::Text);
        QCOMPARE(m_grid.at(0, 1).kind, CellKind::Formula);
        QCOMPARE(m_grid.at(0, 1).text, "=1+1");
    }

    void textThatOnlyLooksLikeAFormulaIsText()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        server.expect(values + "B3" + raw, Answer::json(200, R"({"data":[{"range":"B3","values":[["=1+1"]]}]})"));
        server.expect(values + "B3" + calculated,
                      Answer::json(200, R"({"data":[{"range":"B3","values":[["=1+1"]]}]})"));
        QVERIFY(read(server, "B3"));
        QCOMPARE(m_grid.at(0, 0).kind, CellKind::Text);
    }

    void errorIsTheResult()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        server.expect(values + "B3" + raw, Answer::json(403, R"({"code":"forbidden"})"));
        const auto read = this->read(server, "B3");
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Core::ErrorKind::NoAccess);
    }

    void openRegionsAreReadAheadOfTheirPages()
    {
        // 1,600 rows of 250 columns: eight pages of 200, the last of which is full.
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        for (int band = 0; band < 8; ++band)
            server.expect(valuesFrom(2 + 200 * band), rowsFrom(2 + 200 * band, 200, 250, band == 7).held());
        for (int beyond = 8; beyond < 11; ++beyond)
            server.always(valuesFrom(2 + 200 * beyond), Answer::json(200, R"({"data":[]})"));
        Support::TestService test(server.url());
        TargetReader reader(test.service, {u"s"_s, u"t"_s}, *Sheet::Region::parse(u"B3:"_s), {2, 1}, m_grid);
        reader.start();
        QTRY_COMPARE(server.held(), 1); // the first page shows how wide the sheet is
        server.release();
        QTRY_COMPARE(server.held(), 3);
        server.release();
        QTRY_COMPARE(server.held(), 4); // all that is left
        server.release();
        QTRY_VERIFY(reader.isFinished());
        QVERIFY(reader.result());
        QCOMPARE(reader.result()->cells, 1'600 * 250);
        QCOMPARE(m_grid.rows(), 1'600);
        for (const int row : {0, 199, 200, 999, 1'599})
            QCOMPARE(m_grid.at(row, 249).text, std::to_string(row + 3));
    }

    void expectedRowsAreRequestedAtOnce()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        for (int band = 0; band < 3; ++band)
            server.expect(valuesFrom(2 + 200 * band),
                          rowsFrom(2 + 200 * band, band == 2 ? 50 : 200, 250, band == 2).held());
        Support::TestService test(server.url());
        TargetReader reader(test.service, {u"s"_s, u"t"_s}, *Sheet::Region::parse(u"B3:"_s), {2, 1}, m_grid);
        reader.expect(450, 250);
        reader.start();
        QTRY_COMPARE(server.held(), 3);
        server.release();
        QTRY_VERIFY(reader.isFinished());
        QVERIFY(reader.result());
        QCOMPARE(m_grid.rows(), 450);
        QCOMPARE(server.requests().size(), 3); // none wasted

        for (int band = 0; band < 3; ++band) // and so is the grid's content
            server.expect(valuesFrom(2 + 200 * band),
                          rowsFrom(2 + 200 * band, band == 2 ? 50 : 200, 250, band == 2).held());
        TargetReader again(test.service, {u"s"_s, u"t"_s}, *Sheet::Region::parse(u"B3:"_s), {2, 1}, m_grid);
        again.start();
        QTRY_COMPARE(server.held(), 3);
        server.release();
        QTRY_VERIFY(again.isFinished());
        QVERIFY(again.result());
        QVERIFY(!again.result()->altered);
    }

    void closedRegionHasFourBandsUnderWay()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        for (const char *band : {"B3:IQ202", "B203:IQ402", "B403:IQ602", "B603:IQ802", "B803:IQ1002"})
            server.expect(values + band + raw, Answer::json(200, R"({"data":[{"values":[[1]]}]})").held());
        Support::TestService test(server.url());
        TargetReader reader(test.service, {u"s"_s, u"t"_s}, *Sheet::Region::parse(u"B3:IQ1002"_s), {2, 1}, m_grid);
        reader.start();
        QTRY_COMPARE(server.held(), 4);
        server.release();
        QTRY_COMPARE(server.held(), 1);
        server.release();
        QTRY_VERIFY(reader.isFinished());
        QVERIFY(reader.result());
        QCOMPARE(reader.result()->cells, 250'000);
        QCOMPARE(reader.result()->alteredCells, 5);
    }

    void rowsBelowTheEndAreCleared()
    {
        for (const char *region : {"B3:", "B3:C", "B3:D900000"}) {
            m_grid = gridOf({{Cell::ofText("a"), Cell::ofText("b")}});
            for (int row = 0; row < 99; ++row)
                m_grid.appendRow(std::vector{Cell::ofText("old")});
            Support::HttpServer server;
            server.expect(values + region + raw, Answer::json(200, R"({"data":[{"values":[["a","b"]]}]})"));
            const auto read = this->read(server, region);
            QVERIFY(read);
            QCOMPARE(read->alteredCells, 99);
            for (int row = 1; row < 100; ++row)
                QVERIFY(m_grid.at(row, 0).isBlank());
        }
    }

    void cellsAreThoseThatAreKnown_data()
    {
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<qint64>("cells");
        QTest::newRow("closed") << QByteArray("B3:F12") << qint64(50);
        QTest::newRow("open: what is in the grid") << QByteArray("B3:") << qint64(6);
        QTest::newRow("open below") << QByteArray("B3:B") << qint64(2);
    }
    void cellsAreThoseThatAreKnown()
    {
        QFETCH(const QByteArray, region);
        m_grid = gridOf({{Cell::ofText("a"), Cell(), Cell::ofText("c")}, {Cell::ofText("d")}});
        Support::HttpServer server;
        server.expect(values + region + raw, Answer::json(200, R"({"data":[{"values":[["a"]]}]})"));
        const auto read = this->read(server, region.constData());
        QVERIFY(read);
        QTEST(read->cells, "cells");
    }

    void unreadableCellsAreNamed()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        server.always(values + "B3:C4" + raw,
                      Answer::json(200, R"({"data":[{"values":[["a"],["x\ud83d","\udc00"]]}]})"));
        for (const bool altered : {true, false}) {
            const auto read = this->read(server, "B3:C4");
            QVERIFY(read);
            QCOMPARE(read->unreadable, 2);
            QCOMPARE(*read->firstUnreadable, (Sheet::Address{3, 1}));
            QCOMPARE(read->altered, altered);
            QCOMPARE(m_grid.at(1, 0).text, "x\ufffd");
        }
    }

    void rectanglesAreReadAlone()
    {
        m_grid = gridOf({{Cell::ofText("a"), Cell::ofText("b")}, {Cell::ofText("c"), Cell::ofText("d")}});
        Support::HttpServer server;
        server.expect(values + "B3:C3" + raw, Answer::json(200, R"({"data":[{"values":[["a","new"]]}]})"));
        server.expect(values + "B100003:B100004" + raw, Answer::json(200, R"({"data":[{"values":[[],["z"]]}]})"));
        Support::TestService test(server.url());
        TargetReader reader(test.service, {u"s"_s, u"t"_s},
                            std::vector<Sheet::Rectangle>{{100'002, 1, 2, 1}, {2, 2, 1, 1}, {2, 1, 1, 1}}, {2, 1},
                            m_grid);
        QVERIFY(Support::finishes(reader));
        QVERIFY(reader.result());
        QCOMPARE(reader.result()->cells, 4);
        QCOMPARE(reader.result()->alteredSpans, (std::vector<Sheet::Span>{{0, 1, 1}, {100'001, 0, 0}}));
        QCOMPARE(m_grid.at(1, 0).text, "c");
        QCOMPARE(m_grid.at(100'001, 0).text, "z");
    }

    void neighboursAreGathered_data()
    {
        QTest::addColumn<std::vector<Sheet::Rectangle>>("given");
        QTest::addColumn<std::vector<Sheet::Rectangle>>("expected");
        using List = std::vector<Sheet::Rectangle>;
        QTest::newRow("none") << List{} << List{};
        QTest::newRow("empty") << List{{0, 0, 0, 5}} << List{};
        QTest::newRow("near") << List{{9, 9, 1, 1}, {0, 0, 1, 1}} << List{{0, 0, 10, 10}};
        QTest::newRow("far below") << List{{0, 0, 1, 10}, {90'000, 0, 1, 10}}
                                   << List{{0, 0, 1, 10}, {90'000, 0, 1, 10}};
        QTest::newRow("more than a page holds")
            << List{{0, 0, 5'000, 10}, {5'000, 0, 1, 10}} << List{{0, 0, 5'000, 10}, {5'000, 0, 1, 10}};
        QTest::newRow("one over the other") << List{{0, 0, 9'000, 10}, {10, 5, 9'000, 10}} << List{{0, 0, 9'010, 15}};
        QTest::newRow("one over an earlier one") << List{{0, 0, 40'000, 1}, {1, 9'000, 1, 5}, {2, 0, 50'000, 1}}
                                                 << List{{0, 0, 50'002, 1}, {1, 9'000, 1, 5}};
    }
    void neighboursAreGathered()
    {
        QFETCH(const std::vector<Sheet::Rectangle>, given);
        QFETCH(const std::vector<Sheet::Rectangle>, expected);
        QCOMPARE(gathered(given), expected);
    }

    void cancelEndsAllBands()
    {
        m_grid = Sheet::Grid();
        Support::HttpServer server;
        for (const char *band : {"B3:IQ202", "B203:IQ402", "B403:IQ602", "B603:IQ802"})
            server.expect(values + band + raw, Answer::hang());
        Support::TestService test(server.url());
        TargetReader reader(test.service, {u"s"_s, u"t"_s}, *Sheet::Region::parse(u"B3:IQ1002"_s), {2, 1}, m_grid);
        reader.start();
        QTRY_COMPARE(server.requests().size(), 4);
        reader.cancel();
        QTRY_VERIFY(reader.isFinished());
        QCOMPARE(reader.result().error().kind, Core::ErrorKind::Cancelled);
        QCOMPARE(server.requests().size(), 4);
    }

private:
    Sheet::Grid m_grid;

    // Reads the region into m_grid, which lies at B3.
    Core::Result<ReadBack> read(Support::HttpServer &server, const char *region)
    {
        Support::TestService test(server.url());
        TargetReader reader(test.service, {u"s"_s, u"t"_s}, *Sheet::Region::parse(QString::fromLatin1(region)), {2, 1},
                            m_grid);
        if (!Support::finishes(reader, test.clock))
            return Core::fail(Core::ErrorKind::Internal, u"does not finish"_s);
        return reader.result();
    }
};

QTEST_GUILESS_MAIN(TestTargetReader)
#include "tst_targetreader.moc"
