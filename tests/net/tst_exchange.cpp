#include "net/exchange.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;

class TestExchange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Support::HttpServer>();
        m_test = std::make_unique<Support::TestService>(m_server->url());
        m_request = {};
    }

    void cleanup()
    {
        m_test.reset();
        m_server.reset();
    }

    void successIsKept()
    {
        m_server->expect("PUT /a\n\nup", "200 OK\nX-Here: yes\n\ndown");
        const auto exchange = started("/a", "PUT", "up");
        QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!exchange->error());
        QVERIFY(exchange->isSuccess());
        QVERIFY(exchange->wasSent());
        QCOMPARE(exchange->body(), "down");
        QCOMPARE(exchange->head().header("X-Here"), "yes");
        QCOMPARE(traffic().requests, 1);
        QCOMPARE(traffic().bytesSent, 2);
        QCOMPARE(traffic().bytesReceived, 4);
    }

    void statusIsNotJudged_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 407, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void statusIsNotJudged()
    {
        QFETCH(int, status);
        m_server->expect("GET /a", Support::Answer::json(status, "why"));
        const auto exchange = started("/a");
        QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!exchange->error());
        QVERIFY(!exchange->isSuccess());
        QCOMPARE(exchange->head().status, status);
        QCOMPARE(exchange->body(), "why");
    }

    void redirectIsNotFollowed()
    {
        m_server->expect("GET /a", "302 Found\nLocation: /b");
        const auto exchange = started("/a");
        QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(exchange->head().status, 302);
        QCOMPARE(exchange->head().header("location"), "/b");
    }

    void otherBodyIsKeptUpToALimit()
    {
        m_server->expect("GET /a", Support::Answer::json(500, QByteArray(1'000'000, 'x')));
        const auto exchange = started("/a");
        QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(exchange->body().size(), 64 * 1024);
    }

    void sentBytesAreCountedOnceTheyLeft()
    {
        m_server->expect("PUT /a", Support::Answer::hang());
        auto exchange = started("/a", "PUT", "12345");
        QVERIFY(!exchange->wasSent());
        QTRY_VERIFY(exchange->wasSent());
        QTRY_COMPARE(m_server->requests().size(), 1);
        exchange.reset();
        QCOMPARE(traffic().bytesSent, 5);
    }

    void nothingWasSentWithoutAConnection()
    {
        for (const char *body : {"12345", ""}) {
            QUrl gone;
            {
                Support::HttpServer closed;
                gone = closed.url();
            }
            m_request = {.verb = "PUT", .body = body};
            Net::Exchange exchange(m_test->service, m_request, nullptr);
            QSignalSpy ended(&exchange, &Net::Exchange::ended);
            exchange.start(QNetworkRequest(gone));
            QTRY_COMPARE(ended.count(), 1);
            QCOMPARE(exchange.error()->kind, ErrorKind::NoNetwork);
            QVERIFY(!exchange.wasSent());
        }
        QCOMPARE(traffic().bytesSent, 0);
    }

    void proxyThatGivesNoWayIsNamed_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::newRow("it cannot be reached") << false;
        QTest::newRow("it refuses") << true;
    }
    void proxyThatGivesNoWayIsNamed()
    {
        QFETCH(const bool, answers);
        m_server->always("CONNECT elsewhere.invalid:443", "403 Forbidden\n\n");
        const quint16 port = answers ? quint16(m_server->url().port()) : 1;
        m_test->network.setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, m_server->url().host(), port));
        m_request = {.verb = "PUT", .body = "up"};
        Net::Exchange exchange(m_test->service, m_request, nullptr);
        exchange.start(QNetworkRequest(QUrl(u"https://elsewhere.invalid/a"_s)));
        QSignalSpy ended(&exchange, &Net::Exchange::ended);
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(exchange.error());
        QCOMPARE(exchange.error()->kind, Core::ErrorKind::ProxyRefused);
        QVERIFY(!exchange.wasSent());
    }

    void destroyedExchangeBreaksOff()
    {
        m_server->expect("GET /a", Support::Answer::hang());
        QSignalSpy closed(m_server.get(), &Support::HttpServer::closedByClient);
        auto exchange = started("/a");
        QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
        QTRY_COMPARE(m_server->requests().size(), 1);
        exchange.reset();
        QTRY_COMPARE(closed.count(), 1);
        QCOMPARE(ended.count(), 0);
    }

    void repeatByQtIsCounted()
    {
        m_server->always("GET /a", Support::Answer::drop());
        const auto exchange = started("/a");
        QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(exchange->error()->kind, ErrorKind::ConnectionLost);
        QCOMPARE(traffic().requests, int(m_server->requests().size()));
    }

private:
    std::unique_ptr<Net::Exchange> started(const char *path, const QByteArray &verb = "GET",
                                           const QByteArray &body = {})
    {
        m_request.verb = verb;
        m_request.body = body;
        auto exchange = std::make_unique<Net::Exchange>(m_test->service, m_request, nullptr);
        QNetworkRequest request(m_server->url().resolved(QUrl(QString::fromLatin1(path))));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        exchange->start(request);
        return exchange;
    }

    [[nodiscard]] Net::Traffic traffic() const { return m_test->service.traffic(); }

    std::unique_ptr<Support::HttpServer> m_server;
    std::unique_ptr<Support::TestService> m_test;
    Net::Request m_request;
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
