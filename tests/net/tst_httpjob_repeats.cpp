#include "net/httpjob.h"

#include "net/requests.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using For = Net::Waiting::For;
using Support::get;
using Support::patterned;
using Support::put;
using Support::watchful;
using namespace std::chrono_literals;

// What is retried and when, and what is reported in the meantime.
class TestHttpJobRepeats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unavailableServiceIsRetriedAfterItsTime()
    {
        Support::HttpServer server;
        server.expect("PUT /a", "503 Busy\nRetry-After: 7");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}", false));
        job.start();
        QTRY_COMPARE(test.clock.waiting(), 1);
        QCOMPARE(test.clock.nextDelay(), 7s);
        server.expect("PUT /a", "200 OK");
        test.clock.advance(7s);
        QTRY_VERIFY(job.isFinished());
        QVERIFY(job.result());
    }

    void dateToWaitForIsReadByTheServicesClock()
    {
        Support::HttpServer server;
        server.expect("GET /a",
                      "429 Slow down\nDate: Mon, 23 Nov 2026 12:00:00 GMT\nRetry-After: Mon, 23 Nov 2026 12:00:09 GMT");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        job.start();
        QTRY_COMPARE(test.clock.waiting(), 1);
        QCOMPARE(test.clock.nextDelay(), 9s);
        job.cancel();
        QTRY_VERIFY(job.isFinished());
    }

    void limitHoldsTheWholeService()
    {
        Support::HttpServer server;
        server.expect("GET /a", "429 Slow down\nRetry-After: 30");
        Support::TestService test(server.url());
        Net::HttpJob first(test.service, get("/a"));
        first.start();
        QTRY_COMPARE(test.clock.waiting(), 1);
        Net::HttpJob second(test.service, get("/b"));
        second.start();
        QTRY_COMPARE(test.clock.waiting(), 2);
        QCOMPARE(server.requests().size(), 1);
        server.expect("GET /a", "200 OK");
        server.expect("GET /b", "200 OK");
        test.clock.advance(30s);
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QVERIFY(first.result() && second.result());
    }

    void limitBeyondTheDeadlineIsRateLimited()
    {
        Support::HttpServer server;
        server.expect("GET /a", "429 Slow down\nRetry-After: 3600");
        Support::TestService test(server.url());
        Net::HttpJob first(test.service, get("/a"));
        QVERIFY(Support::finishes(first));
        QCOMPARE(first.result().error().kind, ErrorKind::RateLimited);
        Net::HttpJob second(test.service, get("/b"));
        QVERIFY(Support::finishes(second));
        QCOMPARE(second.result().error().kind, ErrorKind::RateLimited);
    }

    void serverErrorIsRepeatedOnlyIfRepeatable_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("repeatable");
        QTest::addColumn<int>("requests");
        QTest::newRow("500, repeatable") << 500 << true << 5;
        QTest::newRow("500, not") << 500 << false << 1;
        QTest::newRow("504, not") << 504 << false << 1;
        QTest::newRow("501, repeatable") << 501 << true << 1;
        QTest::newRow("429, not") << 429 << false << 5;
        QTest::newRow("503, not") << 503 << false << 5;
        QTest::newRow("400, repeatable") << 400 << true << 1;
    }
    void serverErrorIsRepeatedOnlyIfRepeatable()
    {
        QFETCH(int, status);
        QFETCH(bool, repeatable);
        QFETCH(int, requests);
        Support::HttpServer server;
        server.always("PUT /a", Support::Answer::json(status, "{}"));
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}", repeatable));
        QVERIFY(Support::finishes(job, test.clock));
        QVERIFY(!job.result());
        QCOMPARE(server.requests().size(), requests);
    }

    void bodyIsSentWholeAgain()
    {
        const QByteArray body = patterned(500'000);
        Support::HttpServer server;
        server.expect("PUT /a\n\n" + body, "502 Bad Gateway");
        server.expect("PUT /a\n\n" + body, "200 OK");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", body));
        QVERIFY(Support::finishes(job, test.clock));
        QVERIFY(job.result());
    }

    void lostConnectionIsRepeated()
    {
        Support::HttpServer server;
        server.expect("PUT /a", Support::Answer::drop());
        server.expect("PUT /a", "200 OK\n\nfine");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}"));
        QVERIFY(Support::finishes(job, test.clock));
        QVERIFY(job.result());
        QCOMPARE(test.service.traffic().requests, 2);
    }

    void deadlineEndsRetries()
    {
        Support::HttpServer server;
        server.always("GET /a", "503 Busy\nRetry-After: 50");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(job.result().error().kind, ErrorKind::ServiceFailed);
        QCOMPARE(server.requests().size(), 4); // at 0, 50, 100 and 150 of 180 s
    }

    void refusalAfterALossSettlesNothing()
    {
        Support::HttpServer server;
        server.expect("PUT /a", Support::Answer::drop());
        server.expect("PUT /a", "403 Forbidden");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}"));
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(job.result().error().kind, ErrorKind::NoAccess);
        QVERIFY(job.mayHaveArrived());
    }

    void successAfterALossSettlesAll()
    {
        Support::HttpServer server;
        server.expect("PUT /a", Support::Answer::drop());
        server.expect("PUT /a", "200 OK");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}"));
        QVERIFY(Support::finishes(job, test.clock));
        QVERIFY(job.result());
        QVERIFY(!job.mayHaveArrived());
    }

    void missingResponseIsReported()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK\n\nx").held());
        Support::TestService test(watchful(server.url()));
        QList<Net::Waiting> told;
        test.service.setListener([&told](const Net::Waiting &waiting) { told.append(waiting); });
        Net::HttpJob job(test.service, get("/a"));
        job.start();
        QTRY_COMPARE(server.held(), 1);
        test.clock.advance(4s);
        QCOMPARE(told.size(), 0);
        test.clock.advance(3s);
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY((told.last() == Net::Waiting{Core::Service::Workiva, For::Answer, 1, 7s, 0s}));
        test.clock.advance(20s);
        QTRY_COMPARE(told.last().unanswered, 27s);
        server.release();
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(told.last().reason, For::Nothing);
        QCOMPARE(test.service.traffic().waited, 0s);
    }

    void retryIsReported()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("503 Busy\nRetry-After: 8").held());
        Support::TestService test(watchful(server.url()));
        QList<Net::Waiting> told;
        Net::HttpJob job(test.service, get("/a"));
        job.start();
        QTRY_COMPARE(server.held(), 1);
        test.service.setListener([&told](const Net::Waiting &waiting) { told.append(waiting); });
        server.release();
        QTRY_COMPARE(test.clock.waiting(), 1);
        QCOMPARE(told.size(), 1);
        QVERIFY((told[0] == Net::Waiting{Core::Service::Workiva, For::Retry, 2, 0s, 8s}));
        server.expect("GET /a", "200 OK");
        test.clock.advance(8s);
        QCOMPARE(told.last().reason, For::Nothing);
        QTRY_VERIFY(job.isFinished());
        QVERIFY(job.result());
        QCOMPARE(test.service.traffic().requests, 2);
        QCOMPARE(test.service.traffic().retries, 1);
        QCOMPARE(test.service.traffic().waited, 8s);
    }

    void limitIsReported()
    {
        Support::HttpServer server;
        server.expect("GET /a", "429 Slow down\nRetry-After: 12");
        Support::TestService test(watchful(server.url()));
        QList<Net::Waiting> told;
        test.service.setListener([&told](const Net::Waiting &waiting) { told.append(waiting); });
        Net::HttpJob first(test.service, get("/a"));
        first.start();
        QTRY_COMPARE(test.clock.waiting(), 1);
        QCOMPARE(told.last().reason, For::RateLimit);
        QCOMPARE(told.last().next, 12s);
        test.clock.advance(2s);
        Net::HttpJob second(test.service, get("/b")); // has to wait for the same limit
        second.start();
        QTRY_COMPARE(test.clock.waiting(), 2);
        QCOMPARE(told.last().next, 10s);
        first.cancel();
        QCOMPARE(told.last().reason, For::RateLimit);
        QCOMPARE(told.last().attempt, 1);
        second.cancel();
        QCOMPARE(told.last().reason, For::Nothing);
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(test.service.traffic().waited, 2s);
        QCOMPARE(test.service.traffic().retries, 0); // it was never sent
    }
};

QTEST_GUILESS_MAIN(TestHttpJobRepeats)
#include "tst_httpjob_repeats.moc"
