#include "net/exchange.h"

#include "net/service.h"
#include "support/httpserver.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

using Core::ErrorKind;

class ExchangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void successIsKept();
    void statusIsNotJudged_data();
    void statusIsNotJudged();
    void redirectIsNotFollowed();
    void otherBodyIsKeptUpToALimit();
    void sentBytesAreCountedOnceTheyLeft();
    void nothingWasSentWithoutAConnection();
    void aProxyThatGivesNoWayIsNamed_data();
    void aProxyThatGivesNoWayIsNamed();
    void destroyedExchangeBreaksOff();
    void repeatByQtIsCounted();

private:
    std::unique_ptr<Net::Exchange> started(const char *path, const QByteArray &verb = "GET",
                                           const QByteArray &body = {});

    std::unique_ptr<Support::HttpServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    Net::Traffic m_traffic;
};

void ExchangeTest::init()
{
    m_server = std::make_unique<Support::HttpServer>();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxy(QNetworkProxy::NoProxy);
    m_traffic = {};
}

void ExchangeTest::cleanup()
{
    m_network.reset();
    m_server.reset();
}

std::unique_ptr<Net::Exchange> ExchangeTest::started(const char *path, const QByteArray &verb, const QByteArray &body)
{
    auto exchange = std::make_unique<Net::Exchange>(*m_network, m_traffic, nullptr);
    QNetworkRequest request(m_server->url().resolved(QUrl(QString::fromLatin1(path))));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    exchange->start(request, verb, body);
    return exchange;
}

void ExchangeTest::successIsKept()
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
    QCOMPARE(m_traffic.requests, 1);
    QCOMPARE(m_traffic.bytesSent, 2);
    QCOMPARE(m_traffic.bytesReceived, 4);
}

void ExchangeTest::statusIsNotJudged_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 407, 429, 500, 503})
        QTest::addRow("%d", status) << status;
}

void ExchangeTest::statusIsNotJudged()
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

void ExchangeTest::redirectIsNotFollowed()
{
    m_server->expect("GET /a", "302 Found\nLocation: /b");
    const auto exchange = started("/a");
    QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(exchange->head().status, 302);
    QCOMPARE(exchange->head().header("location"), "/b");
}

void ExchangeTest::otherBodyIsKeptUpToALimit()
{
    m_server->expect("GET /a", Support::Answer::json(500, QByteArray(1'000'000, 'x')));
    const auto exchange = started("/a");
    QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(exchange->body().size(), 64 * 1024);
}

void ExchangeTest::sentBytesAreCountedOnceTheyLeft()
{
    m_server->expect("PUT /a", Support::Answer::hang());
    auto exchange = started("/a", "PUT", "12345");
    QVERIFY(!exchange->wasSent());
    QTRY_VERIFY(exchange->wasSent());
    QTRY_COMPARE(m_server->requests().size(), 1);
    exchange.reset();
    QCOMPARE(m_traffic.bytesSent, 5);
}

void ExchangeTest::nothingWasSentWithoutAConnection()
{
    for (const char *body : {"12345", ""}) {
        QUrl gone;
        {
            Support::HttpServer closed;
            gone = closed.url();
        }
        Net::Exchange exchange(*m_network, m_traffic, nullptr);
        QSignalSpy ended(&exchange, &Net::Exchange::ended);
        exchange.start(QNetworkRequest(gone), "PUT", body);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(exchange.error()->kind, ErrorKind::NoNetwork);
        QVERIFY(!exchange.wasSent());
    }
    QCOMPARE(m_traffic.bytesSent, 0);
}

void ExchangeTest::aProxyThatGivesNoWayIsNamed_data()
{
    QTest::addColumn<bool>("answers");
    QTest::newRow("it cannot be reached") << false;
    QTest::newRow("it refuses") << true;
}

void ExchangeTest::aProxyThatGivesNoWayIsNamed()
{
    QFETCH(const bool, answers);
    m_server->always("CONNECT elsewhere.invalid:443", "403 Forbidden\n\n");
    const quint16 port = answers ? quint16(m_server->url().port()) : 1;
    m_network->setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, m_server->url().host(), port));
    Net::Exchange exchange(*m_network, m_traffic, nullptr);
    exchange.start(QNetworkRequest(QUrl(QStringLiteral("https://elsewhere.invalid/a"))), "PUT", "up");
    QSignalSpy ended(&exchange, &Net::Exchange::ended);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(exchange.error());
    QCOMPARE(exchange.error()->kind, Core::ErrorKind::ProxyRefused);
    QVERIFY(!exchange.wasSent());
}

void ExchangeTest::destroyedExchangeBreaksOff()
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

void ExchangeTest::repeatByQtIsCounted()
{
    m_server->always("GET /a", Support::Answer::drop());
    const auto exchange = started("/a");
    QSignalSpy ended(exchange.get(), &Net::Exchange::ended);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(exchange->error()->kind, ErrorKind::ConnectionLost);
    QCOMPARE(m_traffic.requests, int(m_server->requests().size()));
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "tst_exchange.moc"
