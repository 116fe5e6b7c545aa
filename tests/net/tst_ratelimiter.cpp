#include "net/ratelimiter.h"

#include <QTest>

using namespace std::chrono_literals;

class TestRateLimiter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHeldMeansGo()
    {
        const Net::RateLimiter limiter;
        QCOMPARE(limiter.waitFrom(0ms), 0ms);
        QCOMPARE(limiter.waitFrom(5s), 0ms);
    }

    void waitEndsAtTheTime()
    {
        Net::RateLimiter limiter;
        limiter.holdUntil(10s);
        QCOMPARE(limiter.waitFrom(4s), 6s);
        QCOMPARE(limiter.waitFrom(9999ms), 1ms);
        QCOMPARE(limiter.waitFrom(10s), 0ms);
        QCOMPARE(limiter.waitFrom(11s), 0ms);
    }

    void laterTimeWins()
    {
        Net::RateLimiter limiter;
        limiter.holdUntil(10s);
        limiter.holdUntil(5s);
        QCOMPARE(limiter.waitFrom(4s), 6s);
        limiter.holdUntil(20s);
        QCOMPARE(limiter.waitFrom(4s), 16s);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
