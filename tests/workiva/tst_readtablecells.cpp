#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/readtablecells.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::ReadTableCells;
using Workiva::TableCell;

namespace {

const QByteArray cells = "GET /content/tables/t%2F1/cells?"_ba;
const QByteArray rectangle = "startRow=2&stopRow=5&startColumn=1&stopColumn=2&$maxcellsperpage=20000"_ba;

} // namespace

class TestReadTableCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsOfAllPagesHaveTheirPlaces()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(cells + rectangle, Answer::json(200, R"({"revision":"9","@nextLink":"?$next=2",
            "data":[{"cells":[{},{"locked":true}]},{"cells":[]}]})"));
        server.expect(cells + "$next=2", Answer::json(200, R"({"revision":"9",
            "data":[{"cells":[{"locked":true},{}]},{"cells":[{},{"locked":true}]}]})"));
        const auto read = job(workiva);
        QVERIFY(Support::finishes(*read));
        QVERIFY(read->result());
        QCOMPARE(m_locked, (QStringList{u"C3"_s, u"B5"_s, u"C6"_s}));
        QCOMPARE(*read->result(), (Workiva::TableCellsSummary{u"9"_s, 6}));
    }

    void oldRevisionCanBeRead()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(cells + "$revision=a%26b&" + rectangle, Answer::json(200, R"({"revision":"a&b","data":[]})"));
        const auto read = job(workiva, u"a&b"_s);
        QVERIFY(Support::finishes(*read));
        QVERIFY(read->result());
        QCOMPARE(read->result()->revision, u"a&b"_s);
    }

    void whatLiesOutsideIsABadReply()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(cells + rectangle, Answer::json(200, R"({"data":[{"cells":[{},{},{}]}]})"));
        const auto read = job(workiva);
        QVERIFY(Support::finishes(*read));
        QVERIFY(!read->result());
        QCOMPARE(read->result().error().kind, ErrorKind::BadReply);
        QCOMPARE(read->result().error().subject, u"$.data"_s);
    }

    void pagesThatBringNothingEnd()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(cells + rectangle, Answer::json(200, R"({"data":[],"@nextLink":"?$next=1"})"));
        server.expect(cells + "$next=1", Answer::json(200, R"({"data":[],"@nextLink":"?$next=2"})"));
        server.expect(cells + "$next=2", Answer::json(200, R"({"data":[],"@nextLink":"?$next=3"})"));
        const auto read = job(workiva);
        QVERIFY(Support::finishes(*read));
        QVERIFY(!read->result());
        QCOMPARE(read->result().error().kind, ErrorKind::BadReply);
    }

    void errorNamesTheTable()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(cells + rectangle, Answer::json(404, "{}"));
        const auto read = job(workiva);
        QVERIFY(Support::finishes(*read));
        QVERIFY(!read->result());
        QCOMPARE(read->result().error().kind, ErrorKind::NotFound);
        QCOMPARE(read->result().error().subject, u"t/1"_s);
    }

private:
    QStringList m_locked;

    std::unique_ptr<ReadTableCells> job(Support::TestService &workiva, const QString &revision = {})
    {
        m_locked.clear();
        return std::make_unique<ReadTableCells>(
            workiva.service, u"t/1"_s, Sheet::Rectangle{2, 1, 4, 2},
            [this](const TableCell &cell) {
                if (cell.locked)
                    m_locked.append(Sheet::toA1(cell.at));
            },
            revision);
    }
};

QTEST_GUILESS_MAIN(TestReadTableCells)
#include "tst_readtablecells.moc"
