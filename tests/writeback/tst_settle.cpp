#include "writeback/steps/settle.h"

#include "writeback/stepstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using namespace std::chrono_literals;
using Support::Answer;
using End = Journal::ChangeEnd;

// An earlier run's pending changes are followed to their end before the sheet is read.
class TestSettle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_stage = std::make_unique<Support::StepStage>();
        m_stage->context.request.settleTime = 5min;
    }

    void withoutPendingChangesThereIsNoStep() { QVERIFY(!settle()); }

    void operationIsFollowedToItsEnd()
    {
        m_stage->server.expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"started"})"));
        m_stage->server.expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"completed"})"));
        leave(u"o1"_s);
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(end() == End::CarriedOut);
        QCOMPARE(m_stage->context.allFindings(), QList<Finding>());
    }

    void operationThatFailedHasEndedToo()
    {
        m_stage->server.expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"failed"})"));
        leave(u"o1"_s);
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(end() == End::Failed);
    }

    void readingsMayCatchUpAfterwards()
    {
        m_stage->server.expect("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"completed"})"));
        leave(u"o1"_s);
        const auto began = m_stage->service.clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_stage->service.clock.elapsed() - began >= m_stage->context.request.lag);
    }

    void recentEndOfAnUnverifiedRunIsWaitedFor()
    {
        m_stage->context.lastUnverifiedEnd = m_stage->service.clock.utcNow().addSecs(-2);
        const auto began = m_stage->service.clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QCOMPARE(m_stage->service.clock.elapsed() - began, m_stage->context.request.lag - 2s);
    }

    void changeThatCannotBeFollowedRefuses()
    {
        leave(QString());
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        const Core::Error error = m_step->result().error();
        QCOMPARE(error.kind, Core::ErrorKind::EarlierWrite);
        QVERIFY(error.cause.as<PendingChange>());
        QCOMPARE(error.cause.as<PendingChange>()->range, u"A1:B9"_s);
        QVERIFY(!end()); // the next run is refused too
    }

    void operationThatTheServiceDoesNotKnowRefuses()
    {
        m_stage->server.always("GET /operations/o1", Answer::json(404, R"({"code":"404NotFound"})"));
        leave(u"o1"_s);
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::EarlierWrite);
    }

    void operationUnderWayIsNeverTooOld()
    {
        m_stage->server.always("GET /operations/o1", Answer::json(200, R"({"id":"o1","status":"queued"})"));
        leave(u"o1"_s, 86'400s);
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::EarlierWrite);
        QVERIFY(!end());
    }

    void unreachableServiceEndsTheRun()
    {
        m_stage->server.always("GET /operations/o1", Answer::json(401, "{}"));
        leave(u"o1"_s, 86'400s);
        QVERIFY(settle());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::BadCredentials);
        QVERIFY(!end());
    }

    void clockSetBackDoesNotProlongTheWait()
    {
        m_stage->context.lastUnverifiedEnd = m_stage->service.clock.utcNow().addDays(1);
        const auto began = m_stage->service.clock.elapsed();
        QVERIFY(settle());
        QCOMPARE(m_stage->service.clock.elapsed() - began, m_stage->context.request.lag);
    }

    void waitEndsAtTheSettleTime()
    {
        leave(QString(), 60s);
        m_stage->context.request.unsettled = Unsettled::Wait;
        const auto began = m_stage->service.clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(m_stage->service.clock.elapsed() - began >= 4min);
        QVERIFY(end() == End::GivenUp);
    }

    void oldChangeDoesNotRefuse()
    {
        leave(QString(), 301s);
        const auto began = m_stage->service.clock.elapsed();
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QVERIFY(end() == End::GivenUp);
        QCOMPARE(m_stage->service.clock.elapsed(), began);
    }

    void proceedingIsReported()
    {
        leave(QString());
        m_stage->context.request.unsettled = Unsettled::Proceed;
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QCOMPARE(m_stage->context.allFindings().size(), 1);
        QCOMPARE(m_stage->context.allFindings().front().kind, Finding::Kind::EarlierWriteUnsettled);
        QVERIFY(!end());
    }

    void dryRunProceedsAndReportsIt()
    {
        leave(QString());
        m_stage->context.request.dryRun = true;
        QVERIFY(settle());
        QVERIFY(m_step->result());
        QCOMPARE(m_stage->context.allFindings().size(), 1);
        QCOMPARE(m_stage->context.allFindings().front().kind, Finding::Kind::EarlierWriteUnsettled);
        QVERIFY(!end());
    }

private:
    void leave(const QString &operationId, std::chrono::seconds age = 1s)
    {
        m_stage->ledger.leave(m_stage->context.place(),
                              {.operationId = operationId,
                               .range = u"A1:B9"_s,
                               .sent = m_stage->service.clock.utcNow().addSecs(-qint64(age.count()))});
    }

    [[nodiscard]] bool settle()
    {
        if (!m_stage->openJournal())
            return false;
        m_stage->context.pending = *m_stage->journal->pendingChanges(m_stage->context.place());
        if (!Settle::isNeeded(m_stage->context))
            return false;
        m_step = std::make_unique<Settle>(m_stage->context);
        return Support::finishes(*m_step, m_stage->service.clock);
    }

    [[nodiscard]] std::optional<End> end() const { return m_stage->ledger.changes().front().end; }

    std::unique_ptr<Support::StepStage> m_stage;
    std::unique_ptr<Settle> m_step;
};

QTEST_GUILESS_MAIN(TestSettle)
#include "tst_settle.moc"
