#include "net/httpjob.h"

#include "core/strayanswer.h"
#include "net/requests.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::get;
using Support::put;

// Redirects, and interim answers.
class TestHttpJobRedirects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirectIsFollowedWithinTheOrigin()
    {
        Support::HttpServer server;
        server.expect("GET /v1/a\nAuthorization: Bearer token", "302 Found\nLocation: b?c=d\n\nmoved");
        server.expect("GET /v1/b?c=d\nAuthorization: Bearer token",
                      "308 Moved\nLocation: " + server.url().toEncoded() + "/c");
        server.expect("GET /c\nAuthorization: Bearer token", "200 OK\n\nhere");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/v1/a"));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->body, "here");
    }

    void redirectElsewhereIsForeignHost()
    {
        Support::HttpServer server;
        Support::HttpServer other;
        server.expect("GET /a", "302 Found\nLocation: " + other.url().toEncoded() + "/a");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::ForeignHost);
        QCOMPARE(other.connections(), 0);
    }

    void sixthRedirectIsBadReply()
    {
        Support::HttpServer server;
        server.always("GET /a", "302 Found\nLocation: /a");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::BadReply);
        QCOMPARE(server.requests().size(), 6);
    }

    void changeIsRedirectedUnmodified_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("307") << 307;
        QTest::newRow("308") << 308;
    }
    void changeIsRedirectedUnmodified()
    {
        QFETCH(const int, status);
        Support::HttpServer server;
        server.expect("PUT /a\n\n{1}", QByteArray::number(status) + " Elsewhere\nLocation: /b?again=1");
        server.expect("PUT /b?again=1\nAuthorization: Bearer token\nContent-Type: application/json\n\n{1}",
                      "202 Accepted");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{1}", false));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->head.status, 202);
        QCOMPARE(test.service.traffic().retries, 0);
    }

    void otherRedirectOfAChangeIsARefusal_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("unknown");
        const QString login = u"login.example"_s;
        QTest::newRow("301") << QByteArray("301 Moved\nLocation: https://login.example/in?x=1") << login << false;
        QTest::newRow("302") << QByteArray("302 Found\nLocation: https://login.example/") << login << false;
        QTest::newRow("302 within") << QByteArray("302 Found\nLocation: /in") << QString() << false;
        QTest::newRow("303") << QByteArray("303 See Other\nLocation: /done") << QString() << true; // it was accepted
        QTest::newRow("304") << QByteArray("304 Not Modified") << QString() << false;
        QTest::newRow("307 elsewhere") << QByteArray("307 T\nLocation: https://login.example/") << login << false;
        QTest::newRow("307 nowhere") << QByteArray("307 Temporary") << QString() << false;
        QTest::newRow("308 elsewhere") << QByteArray("308 P\nLocation: //login.example/") << login << false;
    }
    void otherRedirectOfAChangeIsARefusal()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, host);
        QFETCH(const bool, unknown);
        for (const bool repeatable : {false, true}) {
            Support::HttpServer server;
            server.expect("PUT /a", answer);
            Support::TestService test(server.url());
            Net::HttpJob job(test.service, put("/a", "{}", repeatable));
            QVERIFY(Support::finishes(job));
            QVERIFY(!job.result());
            QCOMPARE(job.result().error().kind, ErrorKind::Rejected);
            QCOMPARE(job.result().error().httpStatus, answer.left(3).toInt());
            QVERIFY(job.result().error().cause.as<Core::Redirected>());
            QCOMPARE(job.result().error().cause.as<Core::Redirected>()->host, host);
            QCOMPARE(job.mayHaveArrived(), unknown);
            QCOMPARE(server.requests().size(), 1);
        }
    }

    void redirectsOfAChangeAreLimited()
    {
        Support::HttpServer server;
        server.always("PUT /a", "307 Elsewhere\nLocation: /a");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::Rejected);
        QVERIFY(job.result().error().cause.as<Core::Redirected>());
        QVERIFY(job.result().error().cause.as<Core::Redirected>()->host.isEmpty());
        QCOMPARE(server.requests().size(), 6);
    }

    void interimAnswerIsNotTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("interim");
        QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
        QTest::newRow("102") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n");
        QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
    }
    // Qt 6.4 only recognizes the final response after a 100; it must not become that of the next request.
    void interimAnswerIsNotTheAnswer()
    {
        QFETCH(const QByteArray, interim);
        const bool isSeen = interim.contains("100");
        const QByteArray proper = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst";
        Support::HttpServer server;
        server.expect("GET /a", Support::Answer::raw(interim + proper));
        if (!isSeen)
            server.expect("GET /a", "200 OK\n\nagain");
        server.expect("PUT /b", Support::Answer::raw(interim + proper));
        server.expect("GET /c", "200 OK\n\nthird");
        Support::TestService test(server.url());
        Net::HttpJob read(test.service, get("/a"));
        QVERIFY(Support::finishes(read, test.clock));
        QVERIFY(read.result());
        QCOMPARE(read.result()->body, isSeen ? "first" : "again");

        Net::HttpJob write(test.service, put("/b", "{}", false));
        QVERIFY(Support::finishes(write, test.clock));
        QCOMPARE(write.result().has_value(), isSeen);
        QCOMPARE(write.mayHaveArrived(), !isSeen);
        if (!isSeen) {
            QCOMPARE(write.result().error().kind, ErrorKind::BadReply);
            QVERIFY(write.result().error().httpStatus < 200);
        }

        Net::HttpJob next(test.service, get("/c"));
        QVERIFY(Support::finishes(next));
        QVERIFY(next.result());
        QCOMPARE(next.result()->body, "third");
    }

    // The first request's final response arrives when its connection could have served the second.
    void lateAnswerIsNotThatOfTheNextRequest()
    {
        QTcpSocket *late = nullptr;
        QTcpServer raw;
        QVERIFY(raw.listen(QHostAddress::LocalHost));
        int connections = 0;
        connect(&raw, &QTcpServer::newConnection, &raw, [&] {
            QTcpSocket *socket = raw.nextPendingConnection();
            const bool isFirst = ++connections == 1;
            connect(socket, &QTcpSocket::readyRead, socket, [&, socket, isFirst] {
                const bool isFirstRequest = socket->readAll().startsWith("PUT /a");
                if (isFirst && isFirstRequest) {
                    socket->write("HTTP/1.1 103 Early Hints\r\n\r\n");
                    late = socket;
                    return;
                }
                if (late)
                    late->write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlate");
                if (!isFirst)
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nown");
            });
        });
        Support::TestService test(QUrl(u"http://127.0.0.1:%1"_s.arg(raw.serverPort())));
        Net::HttpJob write(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(write));
        Net::HttpJob read(test.service, get("/b"));
        QVERIFY(Support::finishes(read));
        QVERIFY(read.result());
        QCOMPARE(read.result()->body, "own");
    }
};

QTEST_GUILESS_MAIN(TestHttpJobRedirects)
#include "tst_httpjob_redirects.moc"
