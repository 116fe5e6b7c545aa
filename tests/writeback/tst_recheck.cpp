#include "writeback/steps/recheck.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Support::Answer;

namespace {

const QByteArray askSheet = "GET /spreadsheets/p/sheets/s";
const QByteArray askSpreadsheet = "GET /spreadsheets/p";

Answer sheetAt(const QByteArray &revision)
{
    return Answer::json(200, R"({"id":"s","name":"S","table":{"table":"t","revision":")" + revision + R"("}})");
}

} // namespace

// Right before the first write: is the sheet still the one that was read?
class TestRecheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_server = std::make_unique<Support::HttpServer>();
        m_service = std::make_unique<Support::TestService>(m_server->url(), Core::Service::Workiva);
        m_context = std::make_unique<RunContext>();
        m_context->workiva = &m_service->service;
        m_context->clock = &m_service->clock;
        m_context->request.spreadsheetId = u"p"_s;
        m_context->request.sheetId = u"s"_s;
    }

    void tableRevisionDecides()
    {
        m_context->sheet.tableRevision = u"7"_s;
        m_context->spreadsheet.revision = u"1"_s; // moves with every other sheet, too
        m_server->expect(askSheet, sheetAt("7"));
        QVERIFY(recheck());
        QVERIFY(m_step->result());
        QVERIFY(!m_context->sheetMoved);
    }

    void anotherTableRevisionMeansReadingAgain()
    {
        m_context->sheet.tableRevision = u"7"_s;
        m_server->expect(askSheet, sheetAt("8"));
        QVERIFY(recheck());
        QVERIFY(m_step->result());
        QVERIFY(m_context->sheetMoved);
        QCOMPARE(m_context->rechecks, 1);
    }

    void withoutATableTheSpreadsheetDecides()
    {
        m_context->spreadsheet.revision = u"1"_s;
        m_server->expect(askSpreadsheet, Answer::json(200, R"({"id":"p","revision":"2"})"));
        QVERIFY(recheck());
        QVERIFY(m_context->sheetMoved);
        m_server->expect(askSpreadsheet, Answer::json(200, R"({"id":"p","revision":"1"})"));
        QVERIFY(recheck());
        QVERIFY(!m_context->sheetMoved);
    }

    void whereNoRevisionIsToldNothingIsAsked()
    {
        QVERIFY(recheck());
        QVERIFY(m_step->result());
        QVERIFY(!m_context->sheetMoved);
    }

    void sheetThatAlwaysMovesEndsTheRun()
    {
        m_context->sheet.tableRevision = u"7"_s;
        m_server->always(askSheet, sheetAt("8"));
        for (int i = 0; i < 5; ++i) {
            QVERIFY(recheck());
            QVERIFY(m_step->result());
        }
        QVERIFY(recheck());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Conflict);
    }

    void serviceThatDoesNotAnswerEndsTheRun()
    {
        m_context->sheet.tableRevision = u"7"_s;
        m_server->expect(askSheet, Answer::json(403, "{}"));
        QVERIFY(recheck());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::NoAccess);
    }

private:
    [[nodiscard]] bool recheck()
    {
        m_step = std::make_unique<Recheck>(*m_context);
        return Support::finishes(*m_step, m_service->clock);
    }

    std::unique_ptr<Support::HttpServer> m_server;
    std::unique_ptr<Support::TestService> m_service;
    std::unique_ptr<RunContext> m_context;
    std::unique_ptr<Recheck> m_step;
};

QTEST_GUILESS_MAIN(TestRecheck)
#include "tst_recheck.moc"
