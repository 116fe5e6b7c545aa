#include "net/network.h"

#include "support/certificates.h"
#include "support/httpserver.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace {

QProcessEnvironment environmentWith(const QString &name, const QString &value)
{
    QProcessEnvironment environment;
    environment.insert(name, value);
    return environment;
}

int statusOf(QNetworkAccessManager &network, const QUrl &url)
{
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    return finished.wait() ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : -1;
}

} // namespace

class NetworkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxyOfTheEnvironmentIsUsed();
    void silentEnvironmentLeavesTheSystemsProxy();
    void authorityOfTheEnvironmentIsTrusted();
    void anotherIsLikeTheFirst();
    void passwordOfTheProxyIsASecret();

private:
    const QUrl m_elsewhere{QStringLiteral("http://elsewhere.invalid/a")};
};

void NetworkTest::proxyOfTheEnvironmentIsUsed()
{
    Support::HttpServer proxy;
    proxy.expect("GET http://elsewhere.invalid/a", "200 OK\n\nthrough");
    const auto network = Net::makeNetwork(environmentWith(QStringLiteral("http_proxy"), proxy.url().authority()));
    QCOMPARE(statusOf(*network, m_elsewhere), 200);
    QCOMPARE(Net::proxyOf(*network, m_elsewhere).port(), quint16(proxy.url().port()));
}

void NetworkTest::silentEnvironmentLeavesTheSystemsProxy()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("p"), 7));
    const auto direct = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy); });
    const auto silent = Net::makeNetwork(QProcessEnvironment());
    QCOMPARE(Net::proxyOf(*silent, m_elsewhere).hostName(), QStringLiteral("p"));
    const auto told = Net::makeNetwork(environmentWith(QStringLiteral("no_proxy"), QStringLiteral("invalid")));
    QCOMPARE(Net::proxyOf(*told, m_elsewhere).type(), QNetworkProxy::NoProxy);
}

void NetworkTest::authorityOfTheEnvironmentIsTrusted()
{
    Support::Certificates certificates;
    QVERIFY(certificates.isReady());
    Support::HttpServer server(certificates.good());
    server.always("GET /a", "200 OK");
    const QUrl url = server.url().resolved(QUrl(QStringLiteral("/a")));
    QCOMPARE(statusOf(*Net::makeNetwork(QProcessEnvironment()), url), 0);
    const auto trusting =
        Net::makeNetwork(environmentWith(QStringLiteral("SSL_CERT_FILE"), certificates.authorityFile()));
    QCOMPARE(statusOf(*trusting, url), 200);
    QCOMPARE(statusOf(*Net::anotherNetwork(*trusting), url), 200);

    QProcessEnvironment alone = environmentWith(QStringLiteral("SSL_CERT_FILE"), certificates.authorityFile());
    alone.insert(QStringLiteral("SSL_CERT_DIR"), QStringLiteral("/nowhere"));
    QCOMPARE(statusOf(*Net::makeNetwork(alone), url), 200);
    alone.insert(QStringLiteral("SSL_CERT_FILE"), QStringLiteral("/nowhere"));
    certificates.trustAuthority(); // of the system, then, which is left out
    QCOMPARE(statusOf(*Net::makeNetwork(QProcessEnvironment()), url), 200);
    QCOMPARE(statusOf(*Net::makeNetwork(alone), url), 0);
}

void NetworkTest::anotherIsLikeTheFirst()
{
    const auto network = Net::makeNetwork(environmentWith(QStringLiteral("http_proxy"), QStringLiteral("p:1")));
    QCOMPARE(Net::proxyOf(*Net::anotherNetwork(*network), m_elsewhere).hostName(), QStringLiteral("p"));
    QNetworkAccessManager plain;
    plain.setProxy(QNetworkProxy(QNetworkProxy::Socks5Proxy, QStringLiteral("q"), 1));
    QCOMPARE(Net::proxyOf(*Net::anotherNetwork(plain), m_elsewhere).hostName(), QStringLiteral("q"));
}

void NetworkTest::passwordOfTheProxyIsASecret()
{
    const auto network = Net::makeNetwork(environmentWith(QStringLiteral("http_proxy"), QStringLiteral("u:w%2Fx@p:1")));
    QCOMPARE(Net::proxySecrets(*network, m_elsewhere),
             (QStringList{QStringLiteral("w/x"), QString::fromLatin1(QByteArray("u:w/x").toBase64())}));
    QVERIFY(Net::proxySecrets(*network, QUrl(QStringLiteral("http://localhost/"))).isEmpty());
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "tst_network.moc"
