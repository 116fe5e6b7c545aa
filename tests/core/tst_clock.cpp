#include "core/clock.h"

#include <QObject>
#include <QTest>

using namespace std::chrono_literals;

class TestClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elapsedNeverGoesBack()
    {
        const Core::SystemClock clock;
        auto last = clock.elapsed();
        for (int i = 0; i < 1000; ++i) {
            const auto now = clock.elapsed();
            QVERIFY(now >= last);
            last = now;
        }
    }

    void nowIsUtc()
    {
        const Core::SystemClock clock;
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const QDateTime now = clock.utcNow();
        QCOMPARE(now.timeSpec(), Qt::UTC);
        QVERIFY(before <= now && now <= QDateTime::currentDateTimeUtc());
    }

    void callComesFromTheEventLoopAndNotBeforeItsTime()
    {
        Core::SystemClock clock;
        int calls = 0;
        const auto before = clock.elapsed();
        clock.callAfter(0ms, this, [&calls] { ++calls; });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
        clock.callAfter(20ms, this, [&calls] { ++calls; });
        QTRY_COMPARE(calls, 2);
        QVERIFY(clock.elapsed() - before >= 19ms); // a coarse timer may be a little early
    }

    void callDiesWithItsContext()
    {
        Core::SystemClock clock;
        bool dead = false;
        bool alive = false;
        auto context = std::make_unique<QObject>();
        clock.callAfter(1ms, context.get(), [&dead] { dead = true; });
        clock.callAfter(5ms, this, [&alive] { alive = true; });
        context.reset();
        QTRY_VERIFY(alive);
        QVERIFY(!dead);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
