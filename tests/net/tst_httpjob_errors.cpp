#include "net/httpjob.h"

#include "core/strayanswer.h"
#include "net/replyerror.h"
#include "net/requests.h"
#include "net/tokensource.h"
#include "support/packed.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::get;
using Support::patterned;
using Support::put;
using Support::watchful;
using namespace std::chrono_literals;

// A rejection's content becomes an Error, without any secret.
class TestHttpJobErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusDecidesTheKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("unknown");
        QTest::newRow("300") << 300 << ErrorKind::Rejected << false;
        QTest::newRow("304") << 304 << ErrorKind::Rejected << false;
        QTest::newRow("400") << 400 << ErrorKind::Rejected << false;
        QTest::newRow("402") << 402 << ErrorKind::Rejected << false;
        QTest::newRow("403") << 403 << ErrorKind::NoAccess << false;
        QTest::newRow("404") << 404 << ErrorKind::NotFound << false;
        QTest::newRow("406") << 406 << ErrorKind::Rejected << false;
        QTest::newRow("407") << 407 << ErrorKind::ProxyRefused << false;
        QTest::newRow("409") << 409 << ErrorKind::Conflict << false;
        QTest::newRow("413") << 413 << ErrorKind::Rejected << false;
        QTest::newRow("429") << 429 << ErrorKind::RateLimited << false;
        QTest::newRow("500") << 500 << ErrorKind::ServiceFailed << true;
        QTest::newRow("502") << 502 << ErrorKind::ServiceFailed << true;
        QTest::newRow("503") << 503 << ErrorKind::ServiceFailed << false;
        QTest::newRow("504") << 504 << ErrorKind::ServiceFailed << true;
        QTest::newRow("599") << 599 << ErrorKind::ServiceFailed << true;
    }
    void statusDecidesTheKind()
    {
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        QFETCH(bool, unknown);
        Support::HttpServer server;
        server.always("PUT /a", Support::Answer::json(status, "{\"message\":\"no\"}"));
        Support::TestService test(server.url(), Core::Service::Domo);
        Net::HttpJob job(test.service, put("/a", "{}"));
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(job.result().error().kind, kind);
        QCOMPARE(job.result().error().httpStatus, status);
        QCOMPARE(job.result().error().service, Core::Service::Domo);
        QCOMPARE(job.mayHaveArrived(), unknown);
    }

    void errorTellsServiceWordsAndRequestId()
    {
        Support::HttpServer server;
        server.expect("GET /a",
                      Support::Answer::json(404, "{\"status\":404,\"message\":\"Gone \\\"x\\\"\",\"toe\":\"TOE-1\"}"));
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result().error().detail.contains(u"Gone \"x\""_s));
        QCOMPARE(job.result().error().requestId, u"TOE-1"_s);
        QVERIFY(job.result().error().cause.as<Net::ServiceWords>());
        QCOMPARE(job.result().error().cause.as<Net::ServiceWords>()->message, u"Gone \"x\""_s);
    }

    void errorHoldsNoSecret_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("message") << QByteArray("400 Bad\n\n{\"message\":\"s3cr3t-of-this-run and t0ken-of-this-run\"}");
        QTest::newRow("page") << QByteArray("400 Bad\n\n<h1>s3cr3t-of-this-run</h1>");
        QTest::newRow("request ID") << QByteArray("400 Bad\nwk-request-id: t0ken-of-this-run\n\n{}");
        QTest::newRow("reason") << QByteArray("400 s3cr3t-of-this-run\n\n");
        QTest::newRow("redirect") << QByteArray("302 Found\nLocation: https://s3cr3t-of-this-run/");
        QTest::newRow("coding") << QByteArray("200 OK\nContent-Encoding: t0ken-of-this-run\n\nx");
        QTest::newRow("web page") << QByteArray("200 OK\nContent-Type: text/html\n\n<title>s3cr3t-of-this-run</title>");
        QTest::newRow("no HTTP") << QByteArray();
    }
    void errorHoldsNoSecret()
    {
        QFETCH(const QByteArray, answer);
        Support::HttpServer server;
        server.always("PUT /a",
                      answer.isEmpty() ? Support::Answer::raw("s3cr3t-of-this-run\r\n") : Support::Answer(answer));
        Support::TestService test(server.url());
        test.service.setTokenSource(Support::tokensOf(test.clock, {"t0ken-of-this-run"}));
        test.service.redactor().learn(u"s3cr3t-of-this-run"_s);
        Net::HttpJob job(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        const Core::Error &error = job.result().error();
        const auto *words = error.cause.as<Net::ServiceWords>();
        const auto *page = error.cause.as<Core::WebPage>();
        const auto *redirect = error.cause.as<Core::Redirected>();
        for (const QString &text :
             {error.subject, error.detail, error.requestId, words ? words->code + words->message : QString(),
              page ? page->title + page->host : QString(), redirect ? redirect->host : QString()})
            QVERIFY2(!text.contains(u"of-this-run"_s), qPrintable(text));
    }

    void endlessErrorBodyIsCutShort()
    {
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer("404 Not Found\nContent-Length: 900000000\n\n" + patterned(200'000)));
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::NotFound);
    }

    void packedWordsOfARefusalAreRead()
    {
        Support::HttpServer server;
        server.expect("GET /a",
                      Support::Answer("404 Not Found\nContent-Encoding: gzip\n\n"
                                      + Support::packed(R"({"code":"Gone","message":"Not here"})")));
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::NotFound);
        QVERIFY(job.result().error().detail.contains(u"Not here"_s));
    }

    void drippingRefusalIsJudgedByItsStatus()
    {
        Support::HttpServer server;
        server.expect("PUT /a", "404 Not Found\nContent-Length: 100\n\n{");
        Support::TestService test(watchful(server.url()));
        Net::HttpJob job(test.service, put("/a", "{}", false));
        int told = 0;
        test.service.setListener([&told](const Net::Waiting &) { ++told; });
        job.start();
        QTRY_COMPARE(server.requests().size(), 1);
        QTRY_COMPARE(test.service.traffic().bytesReceived, 1);
        test.clock.advance(601s);
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.result().error().kind, ErrorKind::NotFound);
        QVERIFY(!job.mayHaveArrived());
    }
};

QTEST_GUILESS_MAIN(TestHttpJobErrors)
#include "tst_httpjob_errors.moc"
