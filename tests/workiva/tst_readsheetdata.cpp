#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/readsheetdata.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::ReadSheetData;
using Parts = Workiva::ReadSheetData::Parts;

namespace {

const QByteArray sheetData = "GET /spreadsheets/s1/sheets/t1/sheetdata?"_ba;
const QByteArray values = "$fields=range,cells.value,cells.calculatedValue&$maxcellsperpage=50000"_ba;

} // namespace

class TestReadSheetData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangeAndPartsAreAskedFor_data()
    {
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<Parts>("parts");
        QTest::addColumn<QByteArray>("query");
        const QByteArray formats("cells.formats.valueFormat,cells.effectiveFormats.valueFormat");
        QTest::newRow("closed") << QByteArray("B3:F20") << Parts::Values << "$cellrange=B3:F20&" + values;
        QTest::newRow("open") << QByteArray("B3:") << Parts::Values << "$cellrange=B3:&" + values;
        QTest::newRow("whole sheet") << QByteArray(":") << Parts::Values << values;
        QTest::newRow("formats") << QByteArray("A1:B2") << Parts::Formats
                                 << "$cellrange=A1:B2&$fields=range," + formats + "&$maxcellsperpage=20000";
        QTest::newRow("both") << QByteArray("A1:B2") << Parts::ValuesAndFormats
                              << "$cellrange=A1:B2&$fields=range,cells.value,cells.calculatedValue," + formats
                + "&$maxcellsperpage=20000";
    }
    void rangeAndPartsAreAskedFor()
    {
        QFETCH(const QByteArray, region);
        QFETCH(const Parts, parts);
        QFETCH(const QByteArray, query);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheetData + query, Answer::json(200, R"({"data":{"cells":[],"range":null}})"));
        const auto read = job(workiva, region.constData(), parts);
        QVERIFY(Support::finishes(*read));
        QVERIFY(read->result());
        QVERIFY(read->result()->isWhole);
        QVERIFY(m_cells.isEmpty());
    }

    void pagesLieWhereTheySayInTheSheet()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheetData + "$cellrange=B3:&" + values,
                      Answer::json(200, R"({"data":{"range":{"startRow":2,"startColumn":1,"stopRow":3,"stopColumn":2},
                          "cells":[[{"value":"=1+1","calculatedValue":2},{"value":"x","calculatedValue":"x"}],[]]},
                          "@nextLink":"?$next=2"})"));
        server.expect(sheetData + "$next=2",
                      Answer::json(200, R"({"data":{"range":{"startRow":9,"startColumn":1,"stopRow":9,"stopColumn":2},
                          "cells":[[{"value":1.50,"calculatedValue":1.50}]]}})"));
        const auto read = job(workiva, "B3:");
        QVERIFY(Support::finishes(*read));
        QVERIFY(read->result());
        QCOMPARE(m_cells, (QStringList{u"B3==1+1|2|"_s, u"C3=x|x|"_s, u"B10=1.50|1.50|"_s}));
        QCOMPARE(read->result()->nextRow, 10);
        QCOMPARE(read->result()->pages, 2);
    }

    void withoutARangeRowsAreCounted()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheetData + "$cellrange=B3:&" + values,
                      Answer::json(200, R"({"data":{"cells":[[],[{"value":"x"}]]}})"));
        const auto read = job(workiva, "B3:");
        QVERIFY(Support::finishes(*read));
        QVERIFY(read->result());
        QCOMPARE(m_cells, QStringList{u"B4=x||"_s});
    }

    void refusalNamesTheRange()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheetData + "$cellrange=B3:&" + values, Answer::json(400, "{}"));
        const auto read = job(workiva, "B3:");
        QVERIFY(Support::finishes(*read));
        QVERIFY(!read->result());
        QCOMPARE(read->result().error().kind, ErrorKind::Rejected);
        QCOMPARE(read->result().error().subject, u"B3:"_s);
    }

    void anotherShapeIsABadReply()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(sheetData + "$cellrange=B3:C4&" + values,
                      Answer::json(200, R"({"data":{"cells":[[{},{},{}]]}})"));
        const auto read = job(workiva, "B3:C4");
        QVERIFY(Support::finishes(*read));
        QVERIFY(!read->result());
        QCOMPARE(read->result().error().kind, ErrorKind::BadReply);
        QCOMPARE(read->result().error().subject, u"$.data.cells"_s);
    }

private:
    QStringList m_cells; // "B3==1+1|2|DATE"

    std::unique_ptr<ReadSheetData> job(Support::TestService &workiva, const char *region, Parts parts = Parts::Values)
    {
        m_cells.clear();
        const auto text = [](std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); };
        return std::make_unique<ReadSheetData>(
            workiva.service, Workiva::SheetId{u"s1"_s, u"t1"_s}, *Sheet::Region::parse(QString::fromLatin1(region)),
            parts,
            [this, text](int row, int column, std::span<const Workiva::SheetDataCell> cells) -> Core::Result<void> {
                for (const auto &cell : cells)
                    m_cells.append(Sheet::toA1(Sheet::Address{row, column++}) + u'=' + text(cell.value.text) + u'|'
                                   + text(cell.calculated.text) + u'|' + text(cell.format));
                return {};
            });
    }
};

QTEST_GUILESS_MAIN(TestReadSheetData)
#include "tst_readsheetdata.moc"
