#include "runs/liveprogress.h"
#include "support/fakeclock.h"
#include "writeback/runcontroller.h"

#include <QSignalSpy>
#include <QTest>

using Runs::LiveProgress;
using Writeback::StepName;
using End = Writeback::StepProgress::End;
using namespace std::chrono_literals;

class TestLiveProgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_progress = std::make_unique<LiveProgress>(m_clock);
        m_progress->follow(m_controller);
    }

    void timesAreThoseOfTheMoment()
    {
        Q_EMIT m_controller.stepStarted(StepName::Write);
        m_clock.advance(3s);
        QCOMPARE(m_progress->steps().first().elapsed, 3.0);
        QCOMPARE(m_progress->steps().first().quiet, 3.0);
        Q_EMIT m_controller.stepProgress(StepName::Write, 5, 10);
        m_clock.advance(1s);
        QCOMPARE(m_progress->steps().first().elapsed, 4.0);
        QCOMPARE(m_progress->steps().first().quiet, 1.0);
        QCOMPARE(m_progress->steps().first().done, 5);
        QCOMPARE(m_progress->steps().first().total, 10);
        Q_EMIT m_controller.stepFinished(StepName::Write, 4.5, true);
        m_clock.advance(9s);
        QCOMPARE(m_progress->steps().first().elapsed, 4.5); // as the engine measured it
        QVERIFY(m_progress->steps().first().end == End::Well);
    }

    void stepThatComesAgainIsAnotherOne()
    {
        for (int round = 0; round < 2; ++round)
            Q_EMIT m_controller.stepStarted(StepName::Inspect);
        Q_EMIT m_controller.stepFinished(StepName::Inspect, 1, false);
        QCOMPARE(m_progress->steps().size(), 2);
        QVERIFY(!m_progress->steps().first().hasEnded());
        QVERIFY(m_progress->steps().last().end == End::Badly);
    }

    void progressOfAStepThatHasNotBegunIsNone()
    {
        Q_EMIT m_controller.stepProgress(StepName::Verify, 1, 2);
        QVERIFY(m_progress->steps().isEmpty());
    }

    void secondsAreToldUntilTheRunEnds()
    {
        QSignalSpy changed(m_progress.get(), &LiveProgress::changed);
        m_clock.advance(3s);
        QCOMPARE(changed.count(), 3);
        m_progress->stop();
        m_clock.advance(3s);
        QCOMPARE(changed.count(), 3);
    }

    void timeLeftIsToldOnlyWhileTheRunMoves()
    {
        const auto left = [this] { return m_progress->steps().last().secondsLeft(m_progress->waiting().has_value()); };
        Q_EMIT m_controller.stepStarted(StepName::Write);
        Q_EMIT m_controller.stepProgress(StepName::Write, 0, 1000);
        m_clock.advance(2s);
        QVERIFY(!left()); // no cell has been written
        Q_EMIT m_controller.stepProgress(StepName::Write, 500, 1000);
        QCOMPARE(m_progress->steps().last().perSecond(false), 250);
        QCOMPARE(left(), 2);
        m_clock.advance(1s);
        QCOMPARE(left(), 3); // slower than it seemed
        Q_EMIT m_controller.waiting(
            {.reason = Writeback::Waiting::For::RateLimit, .service = Core::Service::Workiva, .next = 8s});
        QVERIFY(!left());
        Q_EMIT m_controller.waiting({.service = Core::Service::Workiva}); // it continues
        QVERIFY(left());
        m_clock.advance(4s);
        QVERIFY(!left()); // no progress, without a reason
        Q_EMIT m_controller.stepProgress(StepName::Write, 700, 1000);
        QCOMPARE(left(), 3);
        Q_EMIT m_controller.stepFinished(StepName::Write, 7, true);
        QVERIFY(!left());
    }

    void changesAreKnownOnceComparedAndForgottenWhenTheSheetIsReadAgain()
    {
        const Writeback::ChangeCounts first{.changed = 1, .added = 2, .cleared = 3, .unchanged = 4};
        Q_EMIT m_controller.stepStarted(StepName::Compose);
        QVERIFY(!m_progress->changes());
        QSignalSpy changed(m_progress.get(), &LiveProgress::changed);
        Q_EMIT m_controller.compared(first);
        QCOMPARE(changed.count(), 1);
        for (const StepName step : {StepName::Review, StepName::Recheck, StepName::Write, StepName::Verify}) {
            Q_EMIT m_controller.stepStarted(step);
            QCOMPARE(m_progress->changes(), first);
        }
        Q_EMIT m_controller.stepStarted(StepName::Inspect);
        QVERIFY(!m_progress->changes());
        Q_EMIT m_controller.compared({.added = 9});
        QCOMPARE(m_progress->changes()->added, 9);
    }

    void nothingIsWaitedForAfterTheEnd()
    {
        Q_EMIT m_controller.waiting({.reason = Writeback::Waiting::For::Reading, .next = 8s});
        m_clock.advance(3s);
        QVERIFY(m_progress->waiting()->next == 5s);
        m_progress->stop();
        QVERIFY(!m_progress->waiting());
    }

private:
    Support::FakeClock m_clock;
    Writeback::RunController m_controller;
    std::unique_ptr<LiveProgress> m_progress;
};

QTEST_GUILESS_MAIN(TestLiveProgress)
#include "tst_liveprogress.moc"
