#include "net/waits.h"

#include "support/fakeclock.h"

#include <QTest>

using namespace std::chrono_literals;
using For = Net::Waiting::For;

class TestWaits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<Support::FakeClock>();
        m_waits = std::make_unique<Net::Waits>(Core::Service::Domo, *m_clock);
        m_told.clear();
        m_waits->setListener([this](const Net::Waiting &waiting) { m_told.append(waiting); });
    }

    void waitAndItsEndAreReported()
    {
        m_waits->begin(&m_jobs[0], For::Retry, 3, m_clock->elapsed() - 40s, m_clock->elapsed() + 8s);
        QCOMPARE(m_told.size(), 1);
        QVERIFY((m_told[0] == Net::Waiting{Core::Service::Domo, For::Retry, 3, 40s, 8s}));
        m_waits->end(&m_jobs[0]);
        QCOMPARE(m_told.size(), 2);
        QVERIFY(m_told[1] == Net::Waiting{.service = Core::Service::Domo});
    }

    void timesAreThoseOfTheReport()
    {
        m_waits->begin(&m_jobs[0], For::RateLimit, 2, m_clock->elapsed(), m_clock->elapsed() + 30s);
        m_clock->advance(12s);
        m_waits->begin(&m_jobs[1], For::Answer, 1, m_clock->elapsed() - 5s, {});
        QCOMPARE(m_told.last().reason, For::RateLimit);
        QCOMPARE(m_told.last().unanswered, 12s);
        QCOMPARE(m_told.last().next, 18s);
    }

    void mostImportantWaitIsReported()
    {
        const auto now = m_clock->elapsed();
        m_waits->begin(&m_jobs[0], For::Answer, 1, now - 50s, {});
        m_waits->begin(&m_jobs[1], For::Answer, 1, now - 60s, {});
        QCOMPARE(m_told.last().unanswered, 60s);
        m_waits->begin(&m_jobs[0], For::Retry, 2, now - 50s, now + 1s);
        QCOMPARE(m_told.last().reason, For::Retry);
        m_waits->begin(&m_jobs[2], For::RateLimit, 1, now, now + 1s);
        QCOMPARE(m_told.last().reason, For::RateLimit);
    }

    void endOfOneLeavesTheOther()
    {
        const auto now = m_clock->elapsed();
        m_waits->begin(&m_jobs[0], For::Answer, 1, now - 9s, {});
        m_waits->begin(&m_jobs[1], For::Retry, 2, now, now + 1s);
        m_waits->end(&m_jobs[1]);
        QCOMPARE(m_told.last().reason, For::Answer);
        QCOMPARE(m_told.last().unanswered, 9s);
        QCOMPARE(m_told.last().next, 0s);
    }

    void endWithoutAWaitIsNotReported()
    {
        m_waits->end(&m_jobs[0]);
        QVERIFY(m_told.isEmpty());
    }

    void pausesAreCountedOnce()
    {
        const auto now = m_clock->elapsed();
        m_waits->begin(&m_jobs[0], For::Retry, 2, now, now + 10s);
        m_clock->advance(4s);
        m_waits->begin(&m_jobs[1], For::RateLimit, 2, now, now + 10s);
        m_clock->advance(2s);
        QCOMPARE(m_waits->paused(), 6s); // also while it lasts
        m_waits->end(&m_jobs[0]);
        m_clock->advance(1s);
        m_waits->end(&m_jobs[1]);
        m_clock->advance(5s);
        QCOMPARE(m_waits->paused(), 7s);
    }

    void answersAreNoPause()
    {
        m_waits->begin(&m_jobs[0], For::Answer, 1, m_clock->elapsed(), {});
        m_clock->advance(5s);
        m_waits->end(&m_jobs[0]);
        QCOMPARE(m_waits->paused(), 0s);
    }

private:
    std::unique_ptr<Support::FakeClock> m_clock;
    std::unique_ptr<Net::Waits> m_waits;
    QList<Net::Waiting> m_told;
    int m_jobs[3] = {}; // their addresses identify jobs
};

QTEST_GUILESS_MAIN(TestWaits)
#include "tst_waits.moc"
