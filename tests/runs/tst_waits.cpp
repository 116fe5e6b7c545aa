#include "runs/waits.h"

#include <QTest>

using Core::Service;
using Runs::Waits;
using Writeback::Waiting;
using For = Waiting::For;
using namespace std::chrono_literals;

class TestWaits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWaitedForAtFirst() { QVERIFY(!Waits().at(0ms)); }

    void timesOfAWaitAreCurrent()
    {
        Waits waits;
        waits.hear({.reason = For::Retry, .service = Service::Workiva, .attempt = 3, .unanswered = 40s, .next = 8s},
                   100s);
        const Waiting now = waits.at(103s).value();
        QCOMPARE(now.unanswered, 43s);
        QCOMPARE(now.next, 5s);
        QCOMPARE(now.attempt, 3);
        QVERIFY(now.reason == For::Retry);
        QCOMPARE(waits.at(120s)->next, 0ms); // due, and not overdue
    }

    void endOfAWaitIsThatOfItsService()
    {
        Waits waits;
        waits.hear({.reason = For::Answer, .service = Service::Domo, .unanswered = 5s}, 0ms);
        waits.hear({.reason = For::Answer, .service = Service::Workiva, .unanswered = 9s}, 0ms);
        waits.hear({.service = Service::Workiva}, 1s);
        QVERIFY(waits.at(1s)->service == Service::Domo);
        waits.hear({.service = Service::Domo}, 1s);
        QVERIFY(!waits.at(1s));
    }

    void endOfTheRunsWaitIsReported()
    {
        Waits waits;
        waits.hear({.reason = For::Answer, .service = Service::Domo}, 0ms);
        waits.hear({.reason = For::Reading, .service = Service::Workiva, .next = 2s}, 0ms);
        waits.hear({}, 1s);
        QVERIFY(!waits.at(1s));
    }

    void missingResponseHidesTheWaitForAnEarlierWrite()
    {
        Waits waits;
        waits.hear({.reason = For::EarlierWrite, .service = Service::Workiva}, 0ms);
        waits.hear({.reason = For::Answer, .service = Service::Workiva, .unanswered = 5s}, 0ms);
        QVERIFY(waits.at(0ms)->reason == For::Answer);
        waits.hear({.service = Service::Workiva}, 1s);
        QVERIFY(waits.at(1s)->reason == For::EarlierWrite);
    }

    void moreImportantServiceIsReported()
    {
        Waits waits;
        waits.hear({.reason = For::RateLimit, .service = Service::Domo, .next = 12s}, 0ms);
        waits.hear({.reason = For::Answer, .service = Service::Workiva, .unanswered = 5s}, 0ms);
        QVERIFY(waits.at(0ms)->reason == For::RateLimit);
    }
};

QTEST_GUILESS_MAIN(TestWaits)
#include "tst_waits.moc"
