#include "net/network.h"

#include "support/certificates.h"
#include "support/httpserver.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

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

class TestNetwork final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxyOfTheEnvironmentIsUsed()
    {
        Support::HttpServer proxy;
        proxy.expect("GET http://elsewhere.invalid/a", "200 OK\n\nthrough");
        const auto network = Net::makeNetwork({}, environmentWith(u"http_proxy"_s, proxy.url().authority()));
        QCOMPARE(statusOf(*network, m_elsewhere), 200);
        QCOMPARE(Net::proxyOf(*network, m_elsewhere).port(), quint16(proxy.url().port()));
    }

    void chosenProxyIsUsed()
    {
        Support::HttpServer proxy;
        proxy.expect("GET http://elsewhere.invalid/a", "200 OK\n\nthrough");
        const Core::ProxyChoice choice{Core::ProxyChoice::Use::Manual, proxy.url().host(), quint16(proxy.url().port())};
        const auto network = Net::makeNetwork(choice, environmentWith(u"http_proxy"_s, u"u:w@p:1"_s));
        QCOMPARE(statusOf(*network, m_elsewhere), 200);
        QCOMPARE(Net::proxyOf(*Net::anotherNetwork(*network), m_elsewhere).port(), choice.port);
        QVERIFY(Net::proxySecrets(*network, m_elsewhere).isEmpty()); // the environment's is not used
    }

    void systemsProxyIsTheFallback()
    {
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"p"_s, 7));
        const auto direct = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy); });
        const auto silent = Net::makeNetwork({}, QProcessEnvironment());
        QCOMPARE(Net::proxyOf(*silent, m_elsewhere).hostName(), u"p"_s);
        const auto told = Net::makeNetwork({}, environmentWith(u"no_proxy"_s, u"invalid"_s));
        QCOMPARE(Net::proxyOf(*told, m_elsewhere).type(), QNetworkProxy::NoProxy);
    }

    void authorityOfTheEnvironmentIsTrusted()
    {
        Support::Certificates certificates;
        QVERIFY(certificates.isReady());
        Support::HttpServer server(certificates.good());
        server.always("GET /a", "200 OK");
        const QUrl url = server.url().resolved(QUrl(u"/a"_s));
        QCOMPARE(statusOf(*Net::makeNetwork({}, QProcessEnvironment()), url), 0);
        const auto trusting = Net::makeNetwork({}, environmentWith(u"SSL_CERT_FILE"_s, certificates.authorityFile()));
        QCOMPARE(statusOf(*trusting, url), 200);
        QCOMPARE(statusOf(*Net::anotherNetwork(*trusting), url), 200);

        QProcessEnvironment alone = environmentWith(u"SSL_CERT_FILE"_s, certificates.authorityFile());
        alone.insert(u"SSL_CERT_DIR"_s, u"/nowhere"_s);
        QCOMPARE(statusOf(*Net::makeNetwork({}, alone), url), 200);
        alone.insert(u"SSL_CERT_FILE"_s, u"/nowhere"_s);
        certificates.trustAuthority(); // for the system's authorities, which are then left out
        QCOMPARE(statusOf(*Net::makeNetwork({}, QProcessEnvironment()), url), 200);
        QCOMPARE(statusOf(*Net::makeNetwork({}, alone), url), 0);
    }

    void anotherIsLikeTheFirst()
    {
        const auto network = Net::makeNetwork({}, environmentWith(u"http_proxy"_s, u"p:1"_s));
        QCOMPARE(Net::proxyOf(*Net::anotherNetwork(*network), m_elsewhere).hostName(), u"p"_s);
        QNetworkAccessManager plain;
        plain.setProxy(QNetworkProxy(QNetworkProxy::Socks5Proxy, u"q"_s, 1));
        QCOMPARE(Net::proxyOf(*Net::anotherNetwork(plain), m_elsewhere).hostName(), u"q"_s);
    }

    void passwordOfTheProxyIsASecret()
    {
        const auto network = Net::makeNetwork({}, environmentWith(u"http_proxy"_s, u"u:w%2Fx@p:1"_s));
        QCOMPARE(Net::proxySecrets(*network, m_elsewhere),
                 (QStringList{u"w/x"_s, QString::fromLatin1(QByteArray("u:w/x").toBase64())}));
        QVERIFY(Net::proxySecrets(*network, QUrl(u"http://localhost/"_s)).isEmpty());
    }

private:
    const QUrl m_elsewhere{u"http://elsewhere.invalid/a"_s};
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
