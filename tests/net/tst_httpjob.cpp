#include "net/httpjob.h"

#include "net/requests.h"
#include "net/tokensource.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Collector;
using Support::get;
using Support::patterned;
using Support::put;
using namespace std::chrono_literals;

// One request and its response: addresses, headers, tokens, progress, cancelling.
class TestHttpJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestCarriesVersionTokenAndAgent()
    {
        Support::HttpServer server;
        server.expect("GET /v1/datasets\nAuthorization: Bearer token\nUser-Agent: WorkivaWriteback/" WRITEBACK_VERSION
                      "\nAccept-Encoding: identity",
                      "200 OK\nX-Answer: yes\n\n[]");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/v1/datasets"));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->head.status, 200);
        QCOMPARE(job.result()->head.header("x-answer"), "yes");
        QCOMPARE(job.result()->head.header("x-missing"), QByteArray());
        QCOMPARE(job.result()->body, "[]");
        QVERIFY(!job.mayHaveArrived());
    }

    void serviceAndRequestHeadersAreSent()
    {
        Support::HttpServer server;
        server.expect("GET /a\nX-Version: 2026-01-01\nAccept: text/csv", "200 OK");
        Support::TestService test(
            Net::Service::Options{.baseUrl = server.url(), .headers = {{"X-Version", "2026-01-01"}}});
        Net::Request request = get("/a");
        request.headers = {{"Accept", "text/csv"}};
        Net::HttpJob job(test.service, request);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
    }

    void bodyAndTypeArrive()
    {
        const QByteArray body = patterned(3'000'000);
        Support::HttpServer server;
        server.expect("PUT /values\nContent-Type: application/json\n\n" + body, "202 Accepted\nRetry-After: 1");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/values", body));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->head.status, 202);
    }

    void unauthorizedRequestCarriesNoToken()
    {
        Support::HttpServer server;
        server.expect("POST /token\nAuthorization: \nContent-Length: 0", "200 OK");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, {.verb = "POST", .url = QUrl(u"/token"_s), .authorized = false});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
    }

    void addressIsResolvedAgainstTheBase_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("rooted") << u"/v1/x?a=b%20c"_s << QByteArray("/v1/x?a=b%20c");
        QTest::newRow("relative") << u"v1/x"_s << QByteArray("/v1/x");
        QTest::newRow("absolute") << u"%1/v1/x?$next=abc"_s << QByteArray("/v1/x?$next=abc");
        QTest::newRow("range") << u"/s/values/B3:F20"_s << QByteArray("/s/values/B3:F20");
        QTest::newRow("encoded slash") << u"/s/a%2Fb"_s << QByteArray("/s/a%2Fb");
        QTest::newRow("fragment") << u"/v1/x#part"_s << QByteArray("/v1/x");
    }
    void addressIsResolvedAgainstTheBase()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, target);
        Support::HttpServer server;
        server.expect("GET " + target, "200 OK");
        Support::TestService test(server.url());
        address.replace(u"%1"_s, server.url().toString());
        Net::HttpJob job(test.service, {.url = QUrl(address)});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
    }

    void foreignAddressIsNotRequested_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("host") << u"http://localhost:%1/next"_s;
        QTest::newRow("scheme") << u"https://127.0.0.1:%1/next"_s;
        QTest::newRow("port") << u"http://127.0.0.1/next"_s;
        QTest::newRow("network path") << u"//example.com/next"_s;
        QTest::newRow("file") << u"file:///etc/hostname"_s;
    }
    void foreignAddressIsNotRequested()
    {
        QFETCH(QString, address);
        Support::HttpServer server;
        Support::TestService test(server.url());
        address.replace(u"%1"_s, QString::number(server.url().port()));
        Net::HttpJob job(test.service, {.url = QUrl(address)});
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::ForeignHost);
        QCOMPARE(server.connections(), 0);
        QVERIFY(!job.mayHaveArrived());
    }

    void unacceptableBaseIsABadAddress()
    {
        Support::TestService test(QUrl(u"http://api.example.com"_s));
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::BadAddress);
    }

    void missingTokenSourceIsInternal()
    {
        Support::HttpServer server;
        Support::TestService test(server.url());
        test.service.setTokenSource(nullptr);
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::Internal);
    }

    void refusedTokenIsRenewedOnce()
    {
        Support::HttpServer server;
        server.expect("PUT /a\nAuthorization: Bearer old\n\n{}", "401 Unauthorized\nWWW-Authenticate: Bearer");
        server.expect("PUT /a\nAuthorization: Bearer new\n\n{}", "200 OK");
        Support::TestService test(server.url());
        test.service.setTokenSource(Support::tokensOf(test.clock, {"old", "new"}));
        Net::HttpJob job(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
    }

    void requestMayNameOtherStatusesThatRejectTheToken()
    {
        Support::HttpServer server;
        server.expect("GET /a\nAuthorization: Bearer old", "406 Not Acceptable");
        server.expect("GET /a\nAuthorization: Bearer new", "200 OK");
        server.expect("GET /b", "406 Not Acceptable");
        Support::TestService test(server.url());
        test.service.setTokenSource(Support::tokensOf(test.clock, {"old", "new"}));
        Net::Request request = get("/a");
        request.tokenRefusals = {401, 406};
        Net::HttpJob job(test.service, request);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        Net::HttpJob other(test.service, get("/b"));
        QVERIFY(Support::finishes(other));
        QCOMPARE(other.result().error().kind, ErrorKind::Rejected);
    }

    void secondRefusalIsBadCredentials()
    {
        Support::HttpServer server;
        server.always("GET /a", "401 Unauthorized");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::BadCredentials);
        QCOMPARE(server.requests().size(), 2);
    }

    void errorOfTheTokenEndsTheJob()
    {
        Support::HttpServer server;
        server.expect("POST /token", "403 Forbidden");
        Support::TestService test(server.url());
        class Fetch final : public Net::JobWith<Net::Token>
        {
        protected:
            void run() override { finishWith(Core::fail(ErrorKind::NoAccess)); }
            void abort() override { }
        };
        test.service.setTokenSource(
            std::make_unique<Net::TokenSource>([] { return std::make_unique<Fetch>(); }, test.clock));
        Net::HttpJob token(test.service, {.verb = "POST", .url = QUrl(u"/token"_s), .authorized = false});
        QVERIFY(Support::finishes(token));
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::NoAccess);
        QVERIFY(!job.mayHaveArrived());
    }

    void progressIsReported()
    {
        const QByteArray body = patterned(300'000);
        Support::HttpServer server;
        server.expect("PUT /a", "200 OK\n\n" + body);
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", body));
        QSignalSpy up(&job, &Net::HttpJob::uploadProgress);
        QSignalSpy down(&job, &Net::HttpJob::downloadProgress);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(!up.isEmpty());
        QCOMPARE(up.last(), QVariantList({qint64(300'000), qint64(300'000)}));
        QVERIFY(!down.isEmpty());
        QCOMPARE(down.last(), QVariantList({qint64(300'000), qint64(300'000)}));
    }

    void trafficCountsEveryAttempt()
    {
        Support::HttpServer server;
        server.expect("PUT /a", "503 Busy\n\n123");
        server.expect("PUT /a", "200 OK\n\n12345");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "1234567890"));
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(test.service.traffic().requests, 2);
        QCOMPARE(test.service.traffic().bytesSent, 20);
        QCOMPARE(test.service.traffic().bytesReceived, 8);
    }

    void cancelFinishesOnce_data()
    {
        QTest::addColumn<QString>("phase");
        QTest::addColumn<bool>("unknown");
        QTest::newRow("before the start") << u"idle"_s << false;
        QTest::newRow("before it runs") << u"started"_s << false;
        QTest::newRow("before the answer") << u"sent"_s << true;
        QTest::newRow("within the body") << u"body"_s << true;
        QTest::newRow("twice") << u"twice"_s << true;
        QTest::newRow("when it has ended") << u"ended"_s << false;
    }
    void cancelFinishesOnce()
    {
        QFETCH(QString, phase);
        QFETCH(bool, unknown);
        const bool reaches = phase != "idle"_L1 && phase != "started"_L1;
        Support::HttpServer server;
        if (phase == "body"_L1)
            server.expect("PUT /a", "200 OK\nContent-Length: 100\n\nbegin");
        else if (phase == "ended"_L1)
            server.expect("PUT /a", "200 OK");
        else if (reaches)
            server.expect("PUT /a", Support::Answer("200 OK").held());
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, put("/a", "{}"));
        job.setSink(&sink);
        QSignalSpy finished(&job, &Net::Job::finished);
        QSignalSpy closed(&server, &Support::HttpServer::closedByClient);

        if (phase != "idle"_L1)
            job.start();
        if (phase == "ended"_L1)
            QTRY_VERIFY(job.isFinished());
        else if (phase == "body"_L1)
            QTRY_COMPARE(sink.bytes, "begin");
        else if (reaches)
            QTRY_COMPARE(server.requests().size(), 1);

        const qsizetype before = finished.count();
        job.cancel();
        if (phase == "twice"_L1)
            job.cancel();
        QCOMPARE(finished.count(), before); // never from inside cancel()
        job.start(); // does nothing
        QTRY_VERIFY(job.isFinished());
        server.release();
        if (phase != "ended"_L1) {
            QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
            if (reaches)
                QTRY_COMPARE(closed.count(), 1); // the connection is closed
        }
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(sink.ended, phase == "ended"_L1 ? 1 : 0);
        QCOMPARE(job.mayHaveArrived(), unknown);
        QCOMPARE(server.requests().size(), reaches ? 1 : 0);
    }

    void cancelFromTheSinkFinishesOnce()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK\n\n" + patterned(100'000)));
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, get("/a"));
        job.setSink(&sink);
        sink.onData = [&job] { job.cancel(); };
        QSignalSpy finished(&job, &Net::Job::finished);
        QVERIFY(Support::finishes(job));
        QCoreApplication::processEvents();
        QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(sink.ended, 0);
    }

    void cancelWhileWaitingFinishesOnce()
    {
        Support::HttpServer server;
        server.expect("GET /a", "503 Busy\nRetry-After: 5");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QSignalSpy finished(&job, &Net::Job::finished);
        job.start();
        QTRY_COMPARE(test.clock.waiting(), 1);
        job.cancel();
        QCOMPARE(test.clock.waiting(), 0);
        test.clock.advance(1min);
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(finished.count(), 1);
        QVERIFY(!job.mayHaveArrived());
    }

    void destroyedJobIsSilent()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK").held());
        Support::TestService test(server.url());
        QSignalSpy closed(&server, &Support::HttpServer::closedByClient);
        auto job = std::make_unique<Net::HttpJob>(test.service, get("/a"));
        QSignalSpy finished(job.get(), &Net::Job::finished);
        job->start();
        QTRY_COMPARE(server.held(), 1);
        job.reset();
        QTRY_COMPARE(closed.count(), 1);
        QCOMPARE(finished.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpJob)
#include "tst_httpjob.moc"
