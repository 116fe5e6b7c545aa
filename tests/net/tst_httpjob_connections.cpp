#include "net/httpjob.h"

#include "net/requests.h"
#include "support/certificates.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Collector;
using Support::get;
using Support::patterned;
using Support::put;

// Connections that are lost, refused, cut or not trusted.
class TestHttpJobConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<Support::Certificates>();
        QVERIFY(m_certificates->isReady());
    }
    void cleanup() { m_certificates->trustNobody(); }

    void lostConnectionOfAWriteIsSentOnce_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("put") << QByteArray("PUT") << QByteArray("{}");
        QTest::newRow("post") << QByteArray("POST") << QByteArray("{}");
        QTest::newRow("large post") << QByteArray("POST") << patterned(2'000'000);
        QTest::newRow("empty post") << QByteArray("POST") << QByteArray();
    }
    // Qt repeats a request by itself when the connection closes before the response, which must not happen to a write.
    void lostConnectionOfAWriteIsSentOnce()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        Support::HttpServer server;
        server.always(verb + " /a", Support::Answer::drop());
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, {.verb = verb, .url = QUrl(u"/a"_s), .body = body, .repeatable = false});
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QVERIFY(job.mayHaveArrived());
        QCOMPARE(server.requests().size(), 1);
    }

    void connectionDroppedUnreadIsConnectionLost()
    {
        Support::HttpServer server;
        server.dropConnections(10);
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(test.service.traffic().requests, 1);
        QVERIFY(test.service.traffic().bytesSent <= 2); // Qt may connect again, but has the body only once
    }

    void refusedConnectionIsNoNetwork_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("body") << QByteArray("{}");
        QTest::newRow("no body") << QByteArray();
    }
    void refusedConnectionIsNoNetwork()
    {
        QUrl gone;
        {
            Support::HttpServer server;
            gone = server.url();
        }
        Support::TestService test(gone);
        QFETCH(QByteArray, body);
        Net::HttpJob job(test.service, put("/a", body));
        QVERIFY(Support::finishes(job, test.clock));
        QCOMPARE(job.result().error().kind, ErrorKind::NoNetwork);
        QVERIFY(!job.mayHaveArrived());
        QCOMPARE(test.service.traffic().requests, 5);
    }

    void unknownHostIsNoNetwork()
    {
        Support::TestService test(QUrl(u"https://nowhere.invalid"_s));
        Net::HttpJob job(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::NoNetwork);
        QVERIFY(!job.mayHaveArrived());
    }

    void replyThatIsNoHttpIsConnectionLost()
    {
        Support::HttpServer server;
        server.expect("PUT /a", Support::Answer::raw("SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n"));
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QVERIFY(job.mayHaveArrived());
    }

    void cutBodyIsConnectionLost_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("cut");
        QTest::newRow("length") << QByteArray("200 OK\n\n" + patterned(1000)) << 400;
        QTest::newRow("length, nothing came") << QByteArray("200 OK\n\n" + patterned(1000)) << 0;
        QTest::newRow("length, one byte missing") << QByteArray("200 OK\n\n" + patterned(1000)) << 999;
        QTest::newRow("length, large") << QByteArray("200 OK\n\n" + patterned(5'000'000)) << 4'000'000;
    }
    void cutBodyIsConnectionLost()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, cut);
        Support::HttpServer server;
        // Qt asks a second time if the connection has closed before it looked at what came, which happens under load.
        server.always("GET /a", Support::Answer(text).cutAfter(cut));
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s), .repeatable = false});
        job.setSink(&sink);
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(sink.ended, 0);
        QVERIFY(job.mayHaveArrived());
    }

    void cutChunksAreConnectionLost_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("cut");
        const QByteArray chunked = "200 OK\nTransfer-Encoding: chunked\n\n";
        QTest::newRow("between chunks") << QByteArray(chunked + "5\r\nhello\r\n5\r\nagain\r\n0\r\n\r\n") << 20;
        QTest::newRow("within a chunk") << QByteArray(chunked + "5\r\nhello\r\n5\r\nagain\r\n0\r\n\r\n") << 15;
        QTest::newRow("before the last chunk") << QByteArray(chunked + "5\r\nhello\r\n0\r\n\r\n") << 10;
    }
    // Only over TLS: on an unencrypted connection, Qt 6.4 takes a close that arrives with the last bytes for the end of
    // the chunks.
    void cutChunksAreConnectionLost()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, cut);
        m_certificates->trustAuthority();
        Support::HttpServer server(m_certificates->good());
        server.always("GET /a", Support::Answer(text).cutAfter(cut));
        Support::TestService test(server.url());
        Collector sink;
        Net::HttpJob job(test.service, {.url = QUrl(u"/a"_s), .repeatable = false});
        job.setSink(&sink);
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(sink.ended, 0);
    }

    void bodyUpToTheCloseIsWhole()
    {
        Support::HttpServer server;
        server.always("GET /a", Support::Answer::raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello").thenClosed());
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->body, "hello");
    }

    void answerJustBeforeTheCloseIsSeen_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("tls") << true;
    }
    void answerJustBeforeTheCloseIsSeen()
    {
        QFETCH(bool, tls);
        m_certificates->trustAuthority();
        const auto server = tls ? std::make_unique<Support::HttpServer>(m_certificates->good())
                                : std::make_unique<Support::HttpServer>();
        server->always("PUT /a", Support::Answer("200 OK\nConnection: close\n\nyes").thenClosed());
        Support::TestService test(server->url());
        for (int i = 0; i < 20; ++i) {
            Net::HttpJob job(test.service, put("/a", "{}", false));
            QVERIFY(Support::finishes(job));
            QVERIFY(job.result());
            QCOMPARE(job.result()->body, "yes");
        }
    }

    void untrustedCertificateIsRefused_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("of an unknown authority") << u"good"_s << false;
        QTest::newRow("self-signed") << u"self"_s << true;
        QTest::newRow("expired") << u"expired"_s << true;
        QTest::newRow("for another name") << u"other"_s << true;
    }
    void untrustedCertificateIsRefused()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, trusted);
        if (trusted)
            m_certificates->trustAuthority();
        Support::HttpServer server(certificate == "good"_L1          ? m_certificates->good()
                                       : certificate == "self"_L1    ? m_certificates->selfSigned()
                                       : certificate == "expired"_L1 ? m_certificates->expired()
                                                                     : m_certificates->forAnotherName());
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, put("/a", "{}"));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::TlsUntrusted);
        QVERIFY(!job.result().error().detail.isEmpty());
        QVERIFY(server.requests().isEmpty());
        QVERIFY(!job.mayHaveArrived());
        QCOMPARE(test.service.traffic().requests, 1); // a retry would fail in the same way
    }

    void trustedCertificateIsAccepted()
    {
        m_certificates->trustAuthority();
        Support::HttpServer server(m_certificates->good());
        server.expect("GET /a\nAuthorization: Bearer token", "200 OK\n\nsafe");
        Support::TestService test(server.url());
        Net::HttpJob job(test.service, get("/a"));
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->body, "safe");
    }

    void plainServerBehindHttpsIsRefused()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        Support::TestService test(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())));
        Net::HttpJob job(test.service, put("/a", "{}", false));
        QVERIFY(Support::finishes(job));
        QCOMPARE(job.result().error().kind, ErrorKind::TlsUntrusted);
        QVERIFY(!job.mayHaveArrived());
    }

private:
    std::unique_ptr<Support::Certificates> m_certificates;
};

QTEST_GUILESS_MAIN(TestHttpJobConnections)
#include "tst_httpjob_connections.moc"
