#include "support/httpserver.h"
#include "support/testservice.h"
#include "writeback/targetreader.h"

#include <QTest>

using namespace Writeback;
using Sheet::Cell;
using Sheet::CellKind;
using Support::Answer;

class tst_TargetReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridBecomesTrue();
    void whatIsNoLongerReturnedBecomesEmpty();
    void cellsOutsideOfTheRegionStay();
    void nothingIsAlteredWhenAllIsEqual();
    void textThatIsCalculatedIsAFormula();
    void textThatOnlyLooksLikeAFormulaIsText();
    void errorIsTheResult();

private:
    Sheet::Grid m_grid;

    // Reads the region into m_grid, which lies at B3.
    Core::Result<ReadBack> read(Support::HttpServer &server, const char *region)
    {
        Support::TestService test(server.url());
        TargetReader reader(test.service, QStringLiteral("s"), QStringLiteral("t"),
                            *Sheet::Region::parse(QString::fromLatin1(region)), {2, 1}, m_grid);
        if (!Support::finishes(reader, test.clock))
            return Core::fail(Core::ErrorKind::Internal, QStringLiteral("does not finish"));
        return reader.result();
    }
};

namespace {

const QByteArray values = QByteArrayLiteral("GET /spreadsheets/s/sheets/t/values/");
const QByteArray raw = QByteArrayLiteral("?$valuestyle=raw&$maxcellsperpage=50000");
const QByteArray calculated = QByteArrayLiteral("?$valuestyle=calculated&$maxcellsperpage=50000");

Sheet::Grid gridOf(std::initializer_list<std::initializer_list<Cell>> rows)
{
    Sheet::Grid grid;
    for (const auto &row : rows)
        grid.appendRow(std::span(row.begin(), row.size()));
    return grid;
}

} // namespace

void tst_TargetReader::gridBecomesTrue()
{
    m_grid = Sheet::Grid();
    Support::HttpServer server;
    server.expect(values + "B3:" + raw,
                  Answer::json(200, R"({"data":[{"range":"B3:C4","values":[["a",1.50],[true,null]]}]})"));
    const auto read = this->read(server, "B3:");
    QVERIFY(read);
    QVERIFY(read->altered);
    QCOMPARE(read->cells, 4);
    QCOMPARE(m_grid.at(0, 0).text, "a");
    QCOMPARE(m_grid.at(0, 1).kind, CellKind::Number);
    QCOMPARE(m_grid.at(0, 1).text, "1.50");
    QCOMPARE(m_grid.at(1, 0).kind, CellKind::Boolean);
    QVERIFY(m_grid.at(1, 1).isBlank());
}

void tst_TargetReader::whatIsNoLongerReturnedBecomesEmpty()
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

void tst_TargetReader::cellsOutsideOfTheRegionStay()
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

void tst_TargetReader::nothingIsAlteredWhenAllIsEqual()
{
    m_grid = gridOf({{Cell::ofText("a"), Cell::ofNumber("1.5")}});
    Support::HttpServer server;
    server.expect(values + "B3:C3" + raw, Answer::json(200, R"({"data":[{"range":"B3:C3","values":[["a",1.50]]}]})"));
    const auto read = this->read(server, "B3:C3");
    QVERIFY(read);
    QVERIFY(!read->altered);
}

void tst_TargetReader::textThatIsCalculatedIsAFormula()
{
    m_grid = Sheet::Grid();
    Support::HttpServer server;
    server.expect(values + "B3:C3" + raw, Answer::json(200, R"({"data":[{"range":"B3:C3","values":[["x","=1+1"]]}]})"));
    server.expect(values + "C3" + calculated, Answer::json(200, R"({"data":[{"range":"C3","values":[[2]]}]})"));
    QVERIFY(read(server, "B3:C3"));
    QCOMPARE(m_grid.at(0, 0).kind, CellKind::Text);
    QCOMPARE(m_grid.at(0, 1).kind, CellKind::Formula);
    QCOMPARE(m_grid.at(0, 1).text, "=1+1");
}

void tst_TargetReader::textThatOnlyLooksLikeAFormulaIsText()
{
    m_grid = Sheet::Grid();
    Support::HttpServer server;
    server.expect(values + "B3" + raw, Answer::json(200, R"({"data":[{"range":"B3","values":[["=1+1"]]}]})"));
    server.expect(values + "B3" + calculated, Answer::json(200, R"({"data":[{"range":"B3","values":[["=1+1"]]}]})"));
    QVERIFY(read(server, "B3"));
    QCOMPARE(m_grid.at(0, 0).kind, CellKind::Text);
}

void tst_TargetReader::errorIsTheResult()
{
    m_grid = Sheet::Grid();
    Support::HttpServer server;
    server.expect(values + "B3" + raw, Answer::json(403, R"({"code":"forbidden"})"));
    const auto read = this->read(server, "B3");
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Core::ErrorKind::NoAccess);
}

QTEST_GUILESS_MAIN(tst_TargetReader)
#include "tst_targetreader.moc"
