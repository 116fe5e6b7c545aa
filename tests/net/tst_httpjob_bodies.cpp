#include "net/httpjob.h"

#include "core/strayanswer.h"
#include "net/replyerror.h"
#include "net/requests.h"
#include "support/packed.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Collector;
using Support::get;
using Support::patterned;
using Support::put;
using namespace std::chrono_literals;

// Bodies of successes: complete, compressed, missing, of a web page, and passed to a sink.
class TestHttpJobBodies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptySuccessIsWhole()
    {
        Support::HttpServer server;
        server.expect("PUT /a", "204 No Content");
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, put("/a", "{}"));
        job.setSink(&sink);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(sink.begun, 1);
        QCOMPARE(sink.ended, 1);
    }

    void packedBodyIsUnpacked_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<Support::Packing>("packing");
        QTest::newRow("gzip") << QByteArray("Content-Encoding: gzip") << Support::Packing::Gzip;
        QTest::newRow("capitals") << QByteArray("content-encoding: GZIP") << Support::Packing::Gzip;
        QTest::newRow("zlib") << QByteArray("Content-Encoding: deflate") << Support::Packing::Zlib;
        QTest::newRow("bare") << QByteArray("Content-Encoding: deflate") << Support::Packing::Bare;
    }
    void packedBodyIsUnpacked()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const Support::Packing, packing);
        const QByteArray body = patterned(3'000'000);
        const QByteArray packed = Support::packed(body, packing);
        Support::HttpServer server;
        server.always("GET /a", Support::Answer("200 OK\n" + head + "\n\n" + packed));
        Support::TestService test(server.url());
        Net::HttpJob kept(test.service, get("/a"));
        QVERIFY(Support::finishes(kept));
        QVERIFY(kept.result());
        QVERIFY(kept.result()->body == body);
        QCOMPARE(test.service.traffic().bytesReceived, packed.size());

        Collector sink;
        Net::HttpJob streamed(test.service, get("/a"));
        streamed.setSink(&sink);
        QVERIFY(Support::finishes(streamed));
        QVERIFY(streamed.result());
        QVERIFY(sink.bytes == body);
        QVERIFY(sink.largest <= 1024 * 1024);
        QCOMPARE(sink.ended, 1);
    }

    void truncatedOrDamagedCompressionIsRetried_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QByteArray damaged = Support::packed(patterned(1000));
        damaged[damaged.size() - 6] = char(damaged[damaged.size() - 6] ^ 1);
        QTest::newRow("cut") << Support::packed(patterned(1000)).chopped(9) << ErrorKind::ConnectionLost;
        QTest::newRow("damaged") << damaged << ErrorKind::BadReply;
        QTest::newRow("not packed") << QByteArray("squeezed, they say") << ErrorKind::BadReply;
    }
    void truncatedOrDamagedCompressionIsRetried()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const ErrorKind, kind);
        Support::HttpServer server;
        server.always("GET /a", Support::Answer("200 OK\nContent-Encoding: gzip\n\n" + body));
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, get("/a"));
        job.setSink(&sink);
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(job.result().error().kind, kind);
        QCOMPARE(server.requests().size(), 5);
        QCOMPARE(sink.ended, 0);
    }

    void unknownCodingIsBadReply()
    {
        Support::HttpServer server;
        server.expect("GET /a", "200 OK\nContent-Encoding: br\n\nsqueezed");
        server.expect("PUT /a", "202 Accepted\nContent-Encoding: br"); // an empty body
        Support::TestService test(server.url());
        Net::HttpJob read(test.service, get("/a"));
        QVERIFY(Support::finishes(read));
        QCOMPARE(read.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(read.result().error().detail, u"br"_s);
        Net::HttpJob write(test.service, put("/a", "{}"));
        QVERIFY(Support::finishes(write));
        QVERIFY(write.result());
    }

    void successWithoutItsBodyIsRetried()
    {
        Support::HttpServer server;
        server.expect("GET /a", "200 OK");
        server.expect("GET /a", Support::Answer("200 OK\nContent-Encoding: gzip\n\n" + Support::packed({})));
        server.expect("GET /a", "200 OK\n\nhere");
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s), .bodyExpected = true});
        job.setSink(&sink);
        QVERIFY(Support::finishes(job, test.clock));
        QVERIFY(job.result());
        QCOMPARE(sink.bytes, "here");
        QCOMPARE(sink.ended, 1);
        QCOMPARE(test.service.traffic().retries, 2);
    }

    void successThatStaysWithoutABodyIsBadReply()
    {
        Support::HttpServer server;
        server.always("GET /a", "200 OK");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s), .bodyExpected = true});
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QVERIFY(job.result().error().cause.as<Net::NoBody>());
        QCOMPARE(server.requests().size(), 5);
    }

    void changeMayBeAnsweredWithoutABody()
    {
        Support::HttpServer server;
        server.expect("PUT /a", "200 OK");
        Support::TestService test(server.url());
        Net::Request request = put("/a", "{}", false);
        request.bodyExpected = true;
        Net::HttpJob job(test.service, request);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
    }

    void webPageIsNotTheData_data()
    {
        QTest::addColumn<bool>("streamed");
        QTest::addColumn<QByteArray>("page");
        const QByteArray page = "200 OK\nContent-Type: text/html\n\n<html><title>Sign in</title>";
        QTest::newRow("kept") << false << page;
        QTest::newRow("streamed") << true << page;
        QTest::newRow("called something else")
            << true << QByteArray("200 OK\nContent-Type: text/csv\n\n<!doctype html><title>Sign in</title>");
        QTest::newRow("endless")
            << false
            << QByteArray("200 OK\nContent-Type: text/html\nContent-Length: 9000000\n\n<title>Sign in</title>")
                + patterned(200'000);
    }
    void webPageIsNotTheData()
    {
        QFETCH(const bool, streamed);
        QFETCH(const QByteArray, page);
        Support::HttpServer server;
        server.expect("GET /a", page);
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, get("/a"));
        if (streamed)
            job.setSink(&sink);
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QVERIFY(job.result().error().cause.as<Core::WebPage>());
        QCOMPARE(*job.result().error().cause.as<Core::WebPage>(), (Core::WebPage{u"Sign in"_s, server.url().host()}));
        QCOMPARE(sink.begun, 0);
    }

    void webPageInAnswerToAChangeSettlesNothing()
    {
        Support::HttpServer server;
        server.expect("PUT /a", "200 OK\nContent-Type: text/html\n\n<html><title>Sign in</title>");
        server.expect("PUT /b", "202 Accepted\nContent-Type: text/html\nLocation: /operations/1\n\n<html>");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}"));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result().error().cause.as<Core::WebPage>());
        QVERIFY(job.mayHaveArrived());
        Net::HttpJob accepted(test.service, put("/b", "{}"));
        QVERIFY(Support::finishes(accepted));
        QVERIFY(accepted.result());
    }

    void sinkTakesTheBody()
    {
        Support::HttpServer server;
        server.expect("GET /a", "200 OK\n\na,b\n1,2\n");
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, get("/a"));
        job.setSink(&sink);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(job.result()->body.isEmpty());
        QCOMPARE(sink.bytes, "a,b\n1,2\n");
        QCOMPARE(sink.status, 200);
        QCOMPARE(sink.begun, 1);
        QCOMPARE(sink.ended, 1);
    }

    void sinkTakesALargeBodyInPieces()
    {
        const QByteArray body = patterned(20'000'000);
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK\nConnection: close\n\n" + body).thenClosed());
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, get("/a"));
        job.setSink(&sink);
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QVERIFY(sink.bytes == body);
        QVERIFY(sink.largest <= 2 * 1024 * 1024);
    }

    void sinkBeginsAgainWithARepeat()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\nfirst"));
        server.always("GET /a", "200 OK\n\nsecond");
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, get("/a"));
        job.setSink(&sink);
        // Not before the sink has data: Qt repeats a GET by itself if nothing of its response has been read.
        connect(&job, &Net::HttpJob::downloadProgress, &server, [&] {
            if (sink.bytes == "first")
                server.closeConnections();
        });
        QVERIFY(Support::finishes(job, test.clock));
        QVERIFY(job.result());
        QCOMPARE(sink.bytes, "second");
        QCOMPARE(sink.begun, 2);
        QCOMPARE(sink.ended, 1);
    }

    void sinkSeesNoErrorBody()
    {
        Support::HttpServer server;
        server.expect("GET /a", "404 Not Found\n\nnothing here");
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, get("/a"));
        job.setSink(&sink);
        QVERIFY(Support::finishes(job));
        QCOMPARE(sink.begun, 0);
        QCOMPARE(sink.bytes, "");
    }

    void refusalOfTheSinkEndsTheJob_data()
    {
        QTest::addColumn<QString>("at");
        QTest::newRow("begin") << u"begin"_s;
        QTest::newRow("data") << u"data"_s;
        QTest::newRow("end") << u"end"_s;
    }
    void refusalOfTheSinkEndsTheJob()
    {
        QFETCH(QString, at);
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("200 OK\n\nhello").inPieces(1, 1ms));
        Support::TestService test(server.url());
        Collector sink;
        sink.refuseAt = at;
        Net::HttpJob job(test.service, get("/a"));
        QSignalSpy finished(&job, &Net::Job::finished);
        job.setSink(&sink);
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(job.result().error().kind, ErrorKind::BadCsv);
        QCOMPARE(job.result().error().subject, u"row 1"_s);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHttpJobBodies)
#include "tst_httpjob_bodies.moc"
