#include "writeback/steps/recheck.h"

#include "writeback/stepstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Support::Answer;

namespace {

const QByteArray requestSheet = "GET /spreadsheets/p/sheets/s";
const QByteArray requestSpreadsheet = "GET /spreadsheets/p";

Answer sheetAt(const QByteArray &revision)
{
    return Answer::json(200, R"({"id":"s","name":"S","table":{"table":"t","revision":")" + revision + R"("}})");
}

} // namespace

// Right before the first write: is the sheet unchanged since it was read?
class TestRecheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_stage = std::make_unique<Support::StepStage>();
    }

    void tableRevisionDecides()
    {
        m_stage->context.sheet.tableRevision = u"7"_s;
        m_stage->context.spreadsheet.revision = u"1"_s; // changes with every other sheet too
        m_stage->server.expect(requestSheet, sheetAt("7"));
        QVERIFY(recheck());
        QVERIFY(m_step->result());
        QVERIFY(!m_stage->context.sheetMoved);
    }

    void anotherTableRevisionMeansReadingAgain()
    {
        m_stage->context.sheet.tableRevision = u"7"_s;
        m_stage->server.expect(requestSheet, sheetAt("8"));
        QVERIFY(recheck());
        QVERIFY(m_step->result());
        QVERIFY(m_stage->context.sheetMoved);
        QCOMPARE(m_stage->context.rechecks, 1);
    }

    void withoutATableTheSpreadsheetDecides()
    {
        m_stage->context.spreadsheet.revision = u"1"_s;
        m_stage->server.expect(requestSpreadsheet, Answer::json(200, R"({"id":"p","revision":"2"})"));
        QVERIFY(recheck());
        QVERIFY(m_stage->context.sheetMoved);
        m_stage->server.expect(requestSpreadsheet, Answer::json(200, R"({"id":"p","revision":"1"})"));
        QVERIFY(recheck());
        QVERIFY(!m_stage->context.sheetMoved);
    }

    void withoutARevisionNothingIsRequested()
    {
        QVERIFY(recheck());
        QVERIFY(m_step->result());
        QVERIFY(!m_stage->context.sheetMoved);
    }

    void constantlyChangingSheetEndsTheRun()
    {
        m_stage->context.sheet.tableRevision = u"7"_s;
        m_stage->server.always(requestSheet, sheetAt("8"));
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
        m_stage->context.sheet.tableRevision = u"7"_s;
        m_stage->server.expect(requestSheet, Answer::json(403, "{}"));
        QVERIFY(recheck());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::NoAccess);
    }

private:
    [[nodiscard]] bool recheck()
    {
        m_step = std::make_unique<Recheck>(m_stage->context);
        return Support::finishes(*m_step, m_stage->service.clock);
    }

    std::unique_ptr<Support::StepStage> m_stage;
    std::unique_ptr<Recheck> m_step;
};

QTEST_GUILESS_MAIN(TestRecheck)
#include "tst_recheck.moc"
