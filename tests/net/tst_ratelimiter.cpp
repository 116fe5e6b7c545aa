#include "net/ratelimiter.h"

#include <QTest>

using namespace std::chrono_literals;

class RateLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHeldMeansGo();
    void waitEndsAtTheTime();
    void laterTimeWins();
};

void RateLimiterTest::nothingHeldMeansGo()
{
    const Net::RateLimiter limiter;
    QCOMPARE(limiter.waitFrom(0ms), 0ms);
    QCOMPARE(limiter.waitFrom(5s), 0ms);
}

void RateLimiterTest::waitEndsAtTheTime()
{
    Net::RateLimiter limiter;
    limiter.holdUntil(10s);
    QCOMPARE(limiter.waitFrom(4s), 6s);
    QCOMPARE(limiter.waitFrom(9999ms), 1ms);
    QCOMPARE(limiter.waitFrom(10s), 0ms);
    QCOMPARE(limiter.waitFrom(11s), 0ms);
}

void RateLimiterTest::laterTimeWins()
{
    Net::RateLimiter limiter;
    limiter.holdUntil(10s);
    limiter.holdUntil(5s);
    QCOMPARE(limiter.waitFrom(4s), 6s);
    limiter.holdUntil(20s);
    QCOMPARE(limiter.waitFrom(4s), 16s);
}

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "tst_ratelimiter.moc"
