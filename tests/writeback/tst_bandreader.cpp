#include "support/testgrid.h"
#include "support/httpserver.h"
#include "support/testservice.h"
#include "writeback/bandreader.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Core::ErrorKind;
using Sheet::CellKind;
using Support::Answer;
using Support::gridOf;
using Support::text;

namespace {

const QByteArray sheet = "GET /spreadsheets/s/sheets/t/"_ba;

QByteArray values(const QByteArray &range, const QByteArray &style = "raw")
{
    return sheet + "values/" + range + "?$valuestyle=" + style + "&$maxcellsperpage=50000";
}

QByteArray sheetData(const QByteArray &range)
{
    return sheet + "sheetdata?" + (range.isEmpty() ? QByteArray() : "$cellrange=" + range + '&')
        + "$fields=range,cells.value,cells.calculatedValue&$maxcellsperpage=50000";
}

// Rows of texts as sheetdata at a position of the sheet.
Answer dataAt(int row, int column, const QByteArrayList &cells, const QByteArray &link = {})
{
    QByteArray rows;
    for (const QByteArray &cell : cells)
        rows += (rows.isEmpty() ? "[{\"value\":" : ",[{\"value\":") + cell + ",\"calculatedValue\":" + cell + "}]";
    return Answer::json(200,
                        "{\"data\":{\"range\":{\"startRow\":" + QByteArray::number(row)
                            + ",\"startColumn\":" + QByteArray::number(column) + "},\"cells\":[" + rows + "]}"
                            + (link.isEmpty() ? QByteArray() : ",\"@nextLink\":\"" + link + '"') + '}');
}

Band bandOf(const char *region, std::optional<int> stop = {})
{
    return {.region = *Sheet::Region::parse(QString::fromLatin1(region)), .stop = stop, .above = {0, 1}};
}

const Answer refused = Answer::json(400, R"({"code":"badRange","message":"out of bounds"})");

} // namespace

class TestBandReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_grid = gridOf({{text("old"), text("old")}, {text("old"), text("old")}, {text("old"), text("old")}});
        m_alterations = {};
    }

    void wholeBandIsTrueToItsEnd()
    {
        Support::HttpServer server;
        server.expect(values("B3:C"), Answer::json(200, R"({"data":[{"values":[["a","b"],[],["c"]]}]})"));
        const auto read = this->read(server, bandOf("B3:C"));
        QVERIFY(read);
        QCOMPARE(*read,
                 (BandRead{.extent = {2, 1, 3, 2}, .cells = 3, .nextRow = 5, .isWhole = true, .isSheetsEnd = true}));
        QCOMPARE(column(0), u"a - c"_s);
        QCOMPARE(column(1), u"b - -"_s);
        QCOMPARE(m_alterations.cells, 6);
    }

    void bandIsTrueToItsStopAndNoFurther()
    {
        Support::HttpServer server;
        server.expect(values("B3:C"), Answer::json(200, R"({"data":[{"values":[["a"]]}],"@nextLink":"?$next=2"})"));
        const auto read = this->read(server, bandOf("B3:C", 3));
        QVERIFY(read);
        QVERIFY(!read->isWhole);
        QCOMPARE(read->nextRow, 3);
        QCOMPARE(column(0), u"a old old"_s);
        QCOMPARE(column(1), u"- old old"_s);

        server.expect(values("B4:C"), Answer::json(200, R"({"data":[]})")); // nothing more
        const auto rest = this->read(server, bandOf("B4:C", 4));
        QVERIFY(rest);
        QVERIFY(rest->isWhole);
        QCOMPARE(column(0), u"a - old"_s);
    }

    void lastPageMayReachBeyondTheStop()
    {
        Support::HttpServer server;
        server.expect(values("B3:C"),
                      Answer::json(200, R"({"data":[{"values":[["a"],["b"]]}],"@nextLink":"?$next=2"})"));
        const auto read = this->read(server, bandOf("B3:C", 3));
        QVERIFY(read);
        QCOMPARE(read->nextRow, 4);
        QCOMPARE(column(0), u"a b old"_s);
        QCOMPARE(column(1), u"- - old"_s);
    }

    void formulasTakeASecondReading()
    {
        Support::HttpServer server;
        server.expect(values("B3:C5"), Answer::json(200, R"({"data":[{"values":[["=1","x"],[1,2],["x","=2"]]}]})"));
        server.expect(values("B3:C5", "calculated"),
                      Answer::json(200, R"({"data":[{"values":[[1,"x"],[1,2],["x","=2"]]}]})"));
        QVERIFY(read(server, bandOf("B3:C5")));
        QCOMPARE(m_grid.at(0, 0).kind, CellKind::Formula);
        QCOMPARE(m_grid.at(2, 1).kind, CellKind::Text);
    }

    void refusedRangeIsReadAsSheetData_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 404, 405, 422})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void refusedRangeIsReadAsSheetData()
    {
        QFETCH(const int, status);
        Support::HttpServer server;
        server.expect(values("B3:"), Answer::json(status, "{}"));
        server.expect(sheetData("B3:"), Answer::json(200, R"({"data":{"range":{"startRow":2,"startColumn":1},"cells":[
                      [{"value":"a","calculatedValue":"a"},{"value":"=1+1","calculatedValue":2}],
                      [{"value":1.50,"calculatedValue":1.5}],[{"value":"=x","calculatedValue":"=x"}]]}})"));
        const auto read = this->read(server, bandOf("B3:"));
        QVERIFY(read);
        QVERIFY(read->source == BandSource::SheetData);
        QVERIFY(read->isWhole && read->isSheetsEnd);
        QCOMPARE(column(0), u"a 1.50 =x"_s);
        QCOMPARE(column(1), u"=1+1 - -"_s);
        QCOMPARE(m_grid.at(0, 1).kind, CellKind::Formula);
        QCOMPARE(m_grid.at(2, 0).kind, CellKind::Text);
    }

    void refusedSheetDataIsReadWithoutAnEnd()
    {
        Support::HttpServer server;
        server.expect(values("B3:B5"), refused);
        server.expect(sheetData("B3:B5"), refused);
        server.expect(sheetData("B3:"), Answer::json(200, R"({"data":{"range":{"startRow":2,"startColumn":1},
                      "cells":[[{"value":"a"},{"value":"not asked for"}],[],[],[{"value":"nor this"}]]},
                      "@nextLink":"?$next=2"})"));
        const auto read = this->read(server, bandOf("B3:B5"));
        QVERIFY(read);
        QVERIFY(read->source == BandSource::OpenSheetData);
        QVERIFY(!read->isSheetsEnd);
        QCOMPARE(read->extent, (Sheet::Rectangle{2, 1, 3, 1}));
        QCOMPARE(column(0), u"a - -"_s);
        QCOMPARE(column(1), u"old old old"_s);
    }

    void whatIsBeyondTheSheetIsReadFromAbove()
    {
        Support::HttpServer server;
        server.expect(values("B4:B5"), refused);
        for (const char *range : {"B4:B5", "B4:"})
            server.expect(sheetData(range), refused);
        server.expect(sheetData("B1:"), dataAt(0, 1, {"\"above\"", "\"above\""}));
        const auto read = this->read(server, bandOf("B4:B5"));
        QVERIFY(read);
        QVERIFY(read->source == BandSource::SheetDataFromAbove);
        QVERIFY(read->isSheetsEnd);
        QVERIFY(read->extent.isEmpty());
        QCOMPARE(column(0), u"old - -"_s);

        server.expect(values("B4:B5"), refused);
        for (const char *range : {"B4:B5", "B4:"})
            server.expect(sheetData(range), refused);
        server.expect(sheetData("B1:"), dataAt(0, 1, {"1", "2", "3", "4"}, "?$next=2"));
        server.expect(sheet + "sheetdata?$next=2", dataAt(4, 1, {"5", "6"}, "?$next=3"));
        QVERIFY(this->read(server, bandOf("B4:B5")));
        QCOMPARE(column(0), u"old 4 5"_s);
    }

    void firstRefusalIsTheResultIfAllRefuse()
    {
        Support::HttpServer server;
        server.expect(values("B4:"), Answer::json(404, R"({"message":"first"})"));
        for (const char *range : {"B4:", "B1:"})
            server.expect(sheetData(range), refused);
        const auto read = this->read(server, bandOf("B4:"));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::NotFound);
        QCOMPARE(read.error().detail, u"first"_s);
    }

    void speculativeBandDoesNotFallBack()
    {
        Support::HttpServer server;
        server.expect(values("B4:"), refused);
        Band band = bandOf("B4:", 9);
        band.mayFallBack = false;
        const auto read = this->read(server, band);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Rejected);
    }

    void unclearPlaceIsReadAsSheetData()
    {
        Support::HttpServer server;
        server.expect(values("B3:"),
                      Answer::json(200, R"({"data":[{"values":[["x"]]},{"range":"B9:B9","values":[["y"]]}]})"));
        server.expect(sheetData("B3:"), dataAt(3, 1, {"\"x\""}));
        QVERIFY(read(server, bandOf("B3:")));
        QCOMPARE(column(0), u"- x -"_s);
    }

    void otherErrorsAreTheResult_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("credentials") << 401 << ErrorKind::BadCredentials;
        QTest::newRow("access") << 403 << ErrorKind::NoAccess;
        QTest::newRow("conflict") << 409 << ErrorKind::Conflict;
        QTest::newRow("failure") << 500 << ErrorKind::ServiceFailed;
    }
    void otherErrorsAreTheResult()
    {
        QFETCH(const int, status);
        Support::HttpServer server;
        server.always(values("B3:B5"), Answer::json(status, "{}"));
        const auto read = this->read(server, bandOf("B3:B5"));
        QVERIFY(!read);
        QTEST(read.error().kind, "kind");
    }

    void refusedSecondReadingIsReadAsSheetData()
    {
        Support::HttpServer server;
        server.expect(values("B3:B5"), Answer::json(200, R"({"data":[{"values":[["=1"],["=2"],[3]]}]})"));
        server.expect(values("B3:B4", "calculated"), refused);
        server.expect(sheetData("B3:B5"), Answer::json(200, R"({"data":{"cells":[[{"value":"=1","calculatedValue":1}],
                      [{"value":"=2","calculatedValue":"=2"}],[{"value":3,"calculatedValue":3}]]}})"));
        QVERIFY(read(server, bandOf("B3:B5")));
        QCOMPARE(m_grid.at(0, 0).kind, CellKind::Formula);
        QCOMPARE(m_grid.at(1, 0).kind, CellKind::Text);
        QCOMPARE(m_alterations.cells, 3);
    }

private:
    // Reads into m_grid, which lies at B3.
    Core::Result<BandRead> read(Support::HttpServer &server, const Band &band)
    {
        Support::TestService test(server.url());
        BandReader reader({test.service, {u"s"_s, u"t"_s}}, band, m_grid, {2, 1}, m_alterations);
        if (!Support::finishes(reader, test.clock))
            return Core::fail(ErrorKind::Internal, u"does not finish"_s);
        return reader.result();
    }

    [[nodiscard]] QString column(int at) const
    {
        QStringList cells;
        for (int row = 0; row < m_grid.rows(); ++row) {
            const auto cell = m_grid.at(row, at).text;
            cells.append(cell.empty() ? u"-"_s : QString::fromUtf8(cell.data(), qsizetype(cell.size())));
        }
        return cells.join(u' ');
    }

    Sheet::Grid m_grid;
    Alterations m_alterations;
};

QTEST_GUILESS_MAIN(TestBandReader)
#include "tst_bandreader.moc"
