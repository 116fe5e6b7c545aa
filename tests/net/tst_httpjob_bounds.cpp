#include "net/httpjob.h"

#include "net/requests.h"
#include "support/packed.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Collector;
using Support::get;
using Support::patterned;
using Support::put;
using Support::watchful;
using namespace std::chrono_literals;

// Every response is limited in size and time.
class TestHttpJobBounds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idleConnectionIsTimedOut()
    {
        Support::HttpServer server;
        server.expect("PUT /a", Support::Answer::hang());
        Support::TestService test(server.url());
        Net::Request request = put("/a", "{}", false);
        request.timeout = 100ms;
        Net::HttpJob job(test.service, request);
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::TimedOut);
        QVERIFY(job.mayHaveArrived());
    }

    void slowBodyIsNotTimedOut()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK\n\n" + patterned(20)).inPieces(1, 40ms));
        Support::TestService test(server.url());
        Net::Request request = get("/a");
        request.timeout = 400ms;
        Net::HttpJob job(test.service, request);
        QElapsedTimer sinceAByte;
        qint64 longestGap = 0; // milliseconds
        const auto heard = [&] { longestGap = std::max(longestGap, sinceAByte.restart()); };
        connect(&job, &Net::HttpJob::downloadProgress, &job, heard);
        sinceAByte.start();
        QVERIFY(Support::finishes(job));
        heard();
        if (longestGap < 400) { // unless the machine was busy
            QVERIFY(job.result());
            QCOMPARE(job.result()->body, patterned(20));
        }
    }

    void stalledBodyIsTimedOut()
    {
        Support::HttpServer server;
        server.expect("GET /a", "200 OK\nContent-Length: 100\n\nbegin");
        Support::TestService test(server.url());
        Net::Request request = get("/a");
        request.timeout = 100ms;
        request.repeatable = false;
        Net::HttpJob job(test.service, request);
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::TimedOut);
    }

    void answerIsBoundedInBytes_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("fits");
        const QByteArray chunked = "200 OK\nTransfer-Encoding: chunked\n\n";
        const QByteArray packed = "200 OK\nContent-Encoding: gzip\n\n";
        QTest::newRow("as many") << QByteArray("200 OK\n\n" + patterned(100'000)) << true;
        QTest::newRow("one more") << QByteArray("200 OK\n\n" + patterned(100'001)) << false;
        QTest::newRow("promised") << QByteArray("200 OK\nContent-Length: 900000000\n\nbegin") << false;
        QTest::newRow("untold") << QByteArray(chunked + "186A0\r\n" + patterned(100'000) + "\r\n1\r\nx\r\n0\r\n\r\n")
                                << false;
        QTest::newRow("packed") << QByteArray(packed + Support::packed(QByteArray(100'000, 'x'))) << true;
        QTest::newRow("bomb") << QByteArray(packed + Support::packed(QByteArray(80'000'000, 'x'))) << false;
    }
    void answerIsBoundedInBytes()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, fits);
        Support::HttpServer server;
        server.expect("PUT /a", Support::Answer(answer));
        Support::TestService test(server.url());
        Net::Request request = put("/a", "{}");
        request.bounds.bytes = 100'000;
        Net::HttpJob job(test.service, request);
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().has_value(), fits);
        QCOMPARE(job.mayHaveArrived(), !fits);
        if (!fits)
            QCOMPARE(job.result().error().kind, ErrorKind::BadReply); // and not retried
    }

    void drippingAnswerIsTimedOut_data()
    {
        QTest::addColumn<Net::Bounds>("bounds");
        QTest::addColumn<int>("seconds"); // until it is abandoned
        QTest::newRow("metadata") << Net::metadataBounds << 60;
        QTest::newRow("a list") << Net::listBounds << 60;
        QTest::newRow("values") << Net::valuesBounds << 60;
        QTest::newRow("an export") << Net::streamBounds << 180;
    }
    // A byte every five seconds: never idle, and never complete.
    void drippingAnswerIsTimedOut()
    {
        QFETCH(const Net::Bounds, bounds);
        QFETCH(const int, seconds);
        Support::HttpServer server;
        server.expect("PUT /a",
                      Support::Answer("200 OK\nContent-Length: 100000\n\n" + patterned(1'000)).inPieces(1, 1ms));
        Support::TestService test(watchful(server.url()));
        Collector sink;
        Net::Request request = put("/a", "{}", false);
        request.bounds = bounds;
        Net::HttpJob job(test.service, request);
        job.setSink(&sink);
        job.start();
        int dripped = 0;
        while (!job.isFinished() && dripped < seconds / 5 + 20) {
            const auto before = sink.bytes.size();
            QTRY_VERIFY(sink.bytes.size() > before || job.isFinished());
            test.clock.advance(5s);
            ++dripped;
        }
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.result().error().kind, ErrorKind::TimedOut);
        QVERIFY(job.mayHaveArrived());
        QVERIFY2(dripped >= seconds / 5 - 1, qPrintable(QString::number(dripped)));
    }

    void metadataMustBeWholeInItsTime()
    {
        Support::HttpServer server;
        server.expect(
            "GET /a",
            Support::Answer("200 OK\nContent-Length: 3000000\n\n" + patterned(2'900'000)).inPieces(100'000, 2ms));
        Support::TestService test(watchful(server.url()));
        Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s), .repeatable = false, .bounds = Net::metadataBounds});
        connect(&job, &Net::HttpJob::downloadProgress, &job, [&test] { test.clock.advance(5s); });
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::TimedOut);
    }

    void slowDownloadIsAccepted()
    {
        const QByteArray body = patterned(2'000'000);
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK\n\n" + body).inPieces(20'000, 1ms));
        Support::TestService test(watchful(server.url()));
        Collector sink;
        Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s), .repeatable = false, .bounds = Net::streamBounds});
        job.setSink(&sink);
        // 1.3 kB a second, for 25 minutes.
        const auto began = test.clock.elapsed();
        connect(&job, &Net::HttpJob::downloadProgress, &job, [&test, began](qint64 received) {
            const auto now = began + std::chrono::milliseconds(received * 1000 / 1300);
            if (now > test.clock.elapsed())
                test.clock.advance(now - test.clock.elapsed());
        });
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(sink.bytes == body);
        QVERIFY(test.clock.elapsed() - began >= 25min);
    }

    void timeBeforeTheResponseDoesNotCount()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK\n\nlong thought").held());
        Support::TestService test(watchful(server.url()));
        Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s), .bounds = Net::metadataBounds});
        job.start();
        QTRY_COMPARE(server.held(), 1);
        test.clock.advance(170s);
        int told = 0;
        test.service.setListener([&told](const auto &) { ++told; });
        QTRY_VERIFY(told > 2); // it was checked
        server.release();
        QTRY_VERIFY(job.isFinished());
        QVERIFY(job.result());
    }

    void stalledUploadIsTimedOut()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server,
                [&server] { server.nextPendingConnection()->setReadBufferSize(1024); }); // it reads no more than that
        Support::TestService test(watchful(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()))));
        Net::HttpJob job(test.service, put("/a", QByteArray(50'000'000, 'x'), false));
        QSignalSpy uploaded(&job, &Net::HttpJob::uploadProgress);
        job.start();
        QTRY_VERIFY(!uploaded.isEmpty());
        QTRY_VERIFY((test.clock.advance(10s), job.isFinished()));
        QCOMPARE(job.result().error().kind, ErrorKind::TimedOut);
        QVERIFY(job.mayHaveArrived());
    }
};

QTEST_GUILESS_MAIN(TestHttpJobBounds)
#include "tst_httpjob_bounds.moc"
