#include "writeback/steps/settle.h"

#include "support/httpserver.h"
#include "support/memoryjournal.h"
#include "support/testservice.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using namespace std::chrono_literals;
using Support::Answer;
using End = Journal::ChangeEnd;

// What an earlier run left under way is followed to its end before the sheet is looked at.
class TestSettle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_journal.reset();
        m_server = std::make_unique<Support::HttpServer>();
        m_service = std::make_unique<Support::TestService>(m_server->url(), Core::Service::Workiva);
        m_locks = std::make_unique<QTemporaryDir>();
        m_ledger = std::make_unique<Support::MemoryLedger>();
        m_context = std::make_unique<RunContext>();
        m_context->workiva = &m_service->service;
        m_context->clock = &m_service->clock;
        m_context->request.workiva.baseUrl = m_server->url();
        m_context->request.spreadsheetId = u"p"_s;
        m_context->request.sheetId = u"s"_s;
        m_context->request.settleTime = 5min;
    }

    void nothingLeftNeedsNoStep() { QVERIFY(!settle()); }

    void operationIsFollowedToItsEnd()
    {
        m_server->expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"started"})"));
        m_server->expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"completed"})"));
        leave(u"o1"_s);
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(end() == End::CarriedOut);
        QCOMPARE(m_context->earlyFindings, QList<Finding>());
    }

    void operationThatFailedHasEndedToo()
    {
        m_server->expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"failed"})"));
        leave(u"o1"_s);
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(end() == End::Failed);
    }

    void readingsMayCatchUpAfterwards()
    {
        m_server->expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"completed"})"));
        leave(u"o1"_s);
        const auto began = m_service->clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_service->clock.elapsed() - began >= m_context->request.lag);
    }

    void recentEndOfAnUnverifiedRunIsWaitedFor()
    {
        m_context->lastUnverifiedEnd = m_service->clock.utcNow().addSecs(-2);
        const auto began = m_service->clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QCOMPARE(m_service->clock.elapsed() - began, m_context->request.lag - 2s);
    }

    void changeThatNobodyCanFollowRefuses()
    {
        leave(QString());
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        const Core::Error error = m_step->result().error();
        QCOMPARE(error.kind, Core::ErrorKind::EarlierWrite);
        QVERIFY(error.cause.as<LeftChange>());
        QCOMPARE(error.cause.as<LeftChange>()->range, u"A1:B9"_s);
        QVERIFY(!end()); // the next run is refused as well
    }

    void operationThatTheServiceDoesNotKnowRefuses()
    {
        m_server->always("GET /operations/o1", Answer::json(404, R"({"code":"404NotFound"})"));
        leave(u"o1"_s);
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::EarlierWrite);
    }

    void whatIsStillUnderWayIsNeverTooOld()
    {
        m_server->always("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"queued"})"));
        leave(u"o1"_s, 86'400s);
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::EarlierWrite);
        QVERIFY(!end());
    }

    void serviceThatCannotBeAskedEndsTheRun()
    {
        m_server->always("GET /operations/o1", Answer::json(401, "{}"));
        leave(u"o1"_s, 86'400s);
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::BadCredentials);
        QVERIFY(!end());
    }

    void clockThatWasSetBackMakesNobodyWaitLonger()
    {
        m_context->lastUnverifiedEnd = m_service->clock.utcNow().addDays(1);
        const auto began = m_service->clock.elapsed();
        QVERIFY(settle());
        QCOMPARE(m_service->clock.elapsed() - began, m_context->request.lag);
    }

    void waitingEndsWhenItCannotMatterAnyMore()
    {
        leave(QString(), 60s);
        m_context->request.unsettled = Unsettled::Wait;
        const auto began = m_service->clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(m_service->clock.elapsed() - began >= 4min);
        QVERIFY(end() == End::GivenUp);
    }

    void oldChangeDoesNotHinder()
    {
        leave(QString(), 301s);
        const auto began = m_service->clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(end() == End::GivenUp);
        QCOMPARE(m_service->clock.elapsed(), began);
    }

    void goingOnIsSaid()
    {
        leave(QString());
        m_context->request.unsettled = Unsettled::GoOn;
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QCOMPARE(m_context->earlyFindings.size(), 1);
        QCOMPARE(m_context->earlyFindings.front().kind, Finding::Kind::EarlierWriteUnsettled);
        QVERIFY(!end());
    }

    void dryRunGoesOnAndSaysSo()
    {
        leave(QString());
        m_context->request.dryRun = true;
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QCOMPARE(m_context->earlyFindings.size(), 1);
        QCOMPARE(m_context->earlyFindings.front().kind, Finding::Kind::EarlierWriteUnsettled);
        QVERIFY(!end());
    }

private:
    void leave(const QString &operationId, std::chrono::seconds age = 1s)
    {
        m_ledger->leave(m_context->place(),
                        {.operationId = operationId,
                         .range = u"A1:B9"_s,
                         .sent = m_service->clock.utcNow().addSecs(-qint64(age.count()))});
    }

    [[nodiscard]] bool settle()
    {
        m_journal = *m_ledger->books(m_locks->path()).openJournal();
        if (!m_journal->begin({.sheet = m_context->place()}))
            return false;
        m_context->journal = m_journal.get();
        m_context->left = *m_journal->leftUnderWay(m_context->place());
        if (!Settle::isNeeded(*m_context))
            return false;
        m_step = std::make_unique<Settle>(*m_context);
        return Support::finishes(*m_step, m_service->clock);
    }

    [[nodiscard]] std::optional<End> end() const { return m_ledger->changes().front().end; }

    std::unique_ptr<Support::HttpServer> m_server;
    std::unique_ptr<Support::TestService> m_service;
    std::unique_ptr<QTemporaryDir> m_locks;
    std::unique_ptr<Support::MemoryLedger> m_ledger;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<RunContext> m_context;
    std::unique_ptr<Settle> m_step;
};

QTEST_GUILESS_MAIN(TestSettle)
#include "tst_settle.moc"
