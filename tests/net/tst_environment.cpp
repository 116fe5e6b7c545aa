#include "net/environment.h"

#include "support/certificates.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment environmentOf(const QByteArray &assignments) // "a=b c=d"
{
    QProcessEnvironment environment;
    const QStringList all = QString::fromUtf8(assignments).split(u' ', Qt::SkipEmptyParts);
    for (const QString &one : all)
        environment.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    return environment;
}

// "http p:1", "socks5 p:1", "direct", or "untold" (not specified); with " as user:password".
QString described(const std::optional<QNetworkProxy> &proxy)
{
    if (!proxy)
        return u"untold"_s;
    if (proxy->type() == QNetworkProxy::NoProxy)
        return u"direct"_s;
    const bool looksUp = proxy->capabilities().testFlag(QNetworkProxy::HostNameLookupCapability);
    QString text = proxy->type() == QNetworkProxy::HttpProxy ? u"http"_s : looksUp ? u"socks5h"_s : u"socks5"_s;
    text += u" %1:%2"_s.arg(proxy->hostName()).arg(proxy->port());
    if (!proxy->user().isEmpty())
        text += u" as %1:%2"_s.arg(proxy->user(), proxy->password());
    return text;
}

} // namespace

class TestEnvironment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_certificates.isReady()); }

    void proxyIsThatOfCurl_data()
    {
        QTest::addColumn<QString>("proxy");
        QTest::newRow("") << u"untold"_s;
        QTest::newRow("https_proxy=p:3128") << u"http p:3128"_s;
        QTest::newRow("https_proxy=p") << u"http p:1080"_s;
        QTest::newRow("https_proxy=http://p:3128") << u"http p:3128"_s;
        QTest::newRow("https_proxy=http://p:3128/") << u"http p:3128"_s;
        QTest::newRow("https_proxy=HTTP://p:3128") << u"http p:3128"_s;
        QTest::newRow("https_proxy=10.0.0.1:3128") << u"http 10.0.0.1:3128"_s;
        QTest::newRow("https_proxy=[fe80::1]:3128") << u"http fe80::1:3128"_s;
        QTest::newRow("HTTPS_PROXY=p:1") << u"http p:1"_s;
        QTest::newRow("HTTPS_PROXY=P:1 https_proxy=p:2") << u"http p:2"_s;
        QTest::newRow("https_proxy= HTTPS_PROXY=p:1") << u"http p:1"_s;
        QTest::newRow("all_proxy=p:1") << u"http p:1"_s;
        QTest::newRow("ALL_PROXY=p:1") << u"http p:1"_s;
        QTest::newRow("ALL_PROXY=p:1 https_proxy=p:2") << u"http p:2"_s;
        QTest::newRow("http_proxy=p:1") << u"untold"_s; // for another scheme
        QTest::newRow("HTTP_PROXY=p:1") << u"untold"_s;
        QTest::newRow("https_proxy=socks5://p:1") << u"socks5 p:1"_s;
        QTest::newRow("https_proxy=socks5h://p") << u"socks5h p:1080"_s;
        QTest::newRow("https_proxy=u:p%40ss@p:1") << u"http p:1 as u:p@ss"_s;
        QTest::newRow("https_proxy=http://u:w@p:1") << u"http p:1 as u:w"_s;
        QTest::newRow("https_proxy=socks4://p:1") << u"http 0.0.0.0:1"_s; // invalid: no connection at all
        QTest::newRow("https_proxy=https://p:1") << u"http 0.0.0.0:1"_s;
        QTest::newRow("https_proxy=http://:::") << u"http 0.0.0.0:1"_s;
    }
    void proxyIsThatOfCurl()
    {
        QFETCH(const QString, proxy);
        const auto environment = environmentOf(QTest::currentDataTag());
        QCOMPARE(described(Net::proxyFor(QUrl(u"https://api.domo.com/v1"_s), environment)), proxy);
    }

    void exceptionsAreThoseOfCurl_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("direct");
        const auto row = [](const char *list, const char *host, bool direct) {
            QTest::addRow("%s for %s", list, host) << QString::fromLatin1(list) << QString::fromLatin1(host) << direct;
        };
        row("*", "api.domo.com", true);
        row("a,*", "api.domo.com", false); // only a single * is a wildcard
        row("domo.com", "api.domo.com", true);
        row(".domo.com", "api.domo.com", true);
        row("*.domo.com", "api.domo.com", true);
        row("DOMO.com.", "api.domo.com", true);
        row("api.domo.com", "api.domo.com", true);
        row("omo.com", "api.domo.com", false);
        row("api.domo.com", "domo.com", false);
        row("x,domo.com", "api.domo.com", true);
        row("x, domo.com ,y", "api.domo.com", true);
        row("x domo.com", "api.domo.com", true);
        row("domo.com:443", "api.domo.com", true);
        row("domo.com:8443", "api.domo.com", false);
        row("domo.com", "api.domo.com.", true);
        row("", "api.domo.com", false);
        row(".", "api.domo.com", false);
        row("10.0.0.1", "10.0.0.1", true);
        row("10.0.0.1", "10.0.0.10", false);
        row("0.0.1", "10.0.0.1", false);
        row("10.0.0.0/8", "10.9.8.7", true);
        row("10.0.0.0/16", "10.9.8.7", false);
        row("10.0.0.0/8", "api.domo.com", false);
        row("10", "10.9.8.7", false);
        row("[2001:db8::1]", "[2001:db8::1]", true);
        row("2001:db8::/32", "[2001:db8::5]", true);
    }
    void exceptionsAreThoseOfCurl()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, host);
        QFETCH(const bool, direct);
        for (const char *name : {"no_proxy", "NO_PROXY"}) {
            QProcessEnvironment environment;
            environment.insert(u"https_proxy"_s, u"p:1"_s);
            environment.insert(QString::fromLatin1(name), list);
            const auto proxy = Net::proxyFor(QUrl(u"https://%1/v1"_s.arg(host)), environment);
            QCOMPARE(described(proxy), direct ? u"direct"_s : u"http p:1"_s);
        }
    }

    void thisComputerIsReachedDirectly_data()
    {
        QTest::addColumn<QString>("proxy");
        for (const char *url :
             {"http://127.0.0.1:8080/a", "http://localhost/a", "http://[::1]:80/", "https://127.9.9.9/"})
            QTest::newRow(url) << u"direct"_s;
        QTest::newRow("http://elsewhere/") << u"http p:1"_s;
    }
    void thisComputerIsReachedDirectly()
    {
        QFETCH(const QString, proxy);
        const auto environment = environmentOf("http_proxy=p:1 https_proxy=p:2 ALL_PROXY=p:3");
        QCOMPARE(described(Net::proxyFor(QUrl(QString::fromLatin1(QTest::currentDataTag())), environment)), proxy);
    }

    void choiceOfTheUserDecides_data()
    {
        QTest::addColumn<Core::ProxyChoice>("choice");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("proxy");
        using Use = Core::ProxyChoice::Use;
        const QString domo = u"https://api.domo.com/v1"_s;
        const QString here = u"http://127.0.0.1:8080/a"_s;
        QTest::newRow("system") << Core::ProxyChoice{} << domo << u"http p:2"_s;
        QTest::newRow("none") << Core::ProxyChoice{Use::None, u"q"_s, 3} << domo << u"direct"_s;
        QTest::newRow("manual") << Core::ProxyChoice{Use::Manual, u"q"_s, 3} << domo << u"http q:3"_s;
        QTest::newRow("manual, this computer") << Core::ProxyChoice{Use::Manual, u"q"_s, 3} << here << u"direct"_s;
        QTest::newRow("manual, no host") << Core::ProxyChoice{Use::Manual, {}, 3} << domo << u"http 0.0.0.0:1"_s;
        QTest::newRow("manual, no port") << Core::ProxyChoice{Use::Manual, u"q"_s, 0} << domo << u"http 0.0.0.0:1"_s;
    }
    void choiceOfTheUserDecides()
    {
        QFETCH(const Core::ProxyChoice, choice);
        QFETCH(const QString, url);
        QFETCH(const QString, proxy);
        const auto environment = environmentOf("https_proxy=p:2");
        QCOMPARE(described(Net::proxyFor(QUrl(url), choice, environment)), proxy);
    }

    void systemsAuthoritiesAreTheFallback()
    {
        QVERIFY(!Net::authoritiesOf(environmentOf("")));
        QVERIFY(!Net::authoritiesOf(environmentOf("SSL_CERT_FILE= SSL_CERT_DIR=")));
    }

    void namedFileIsTrustedBesidesTheSystem()
    {
        const auto environment = environmentOf("SSL_CERT_FILE=" + m_certificates.authorityFile().toLocal8Bit());
        const auto all = Net::authoritiesOf(environment);
        QVERIFY(all);
        QCOMPARE(all->named.size(), 1);
        QVERIFY(all->besidesTheSystems);
    }

    void namedFolderIsTrustedBesidesTheSystem()
    {
        QTemporaryDir folder;
        for (const char *name : {"authority.pem", "1234abcd.0", "1234abcd.1"}) // one certificate, as OpenSSL finds it
            QVERIFY(QFile::copy(m_certificates.authorityFile(), folder.filePath(QString::fromLatin1(name))));
        const auto all = Net::authoritiesOf(environmentOf("SSL_CERT_DIR=/nowhere:" + folder.path().toLocal8Bit()));
        QVERIFY(all);
        QCOMPARE(all->named.size(), 1);
        QVERIFY(all->besidesTheSystems);
    }

    void namedFileAndFolderAreTrustedAlone()
    {
        QTemporaryDir folder;
        const auto all =
            Net::authoritiesOf(environmentOf("SSL_CERT_FILE=" + m_certificates.authorityFile().toLocal8Bit()
                                             + " SSL_CERT_DIR=" + folder.path().toLocal8Bit()));
        QVERIFY(all);
        QCOMPARE(all->named.size(), 1);
        QVERIFY(!all->besidesTheSystems);
    }

    void unreadableFileHoldsNone()
    {
        const auto all = Net::authoritiesOf(environmentOf("SSL_CERT_FILE=/nowhere SSL_CERT_DIR=/nowhere"));
        QVERIFY(all);
        QVERIFY(all->named.isEmpty());
        QVERIFY(!all->besidesTheSystems);
    }

private:
    Support::Certificates m_certificates;
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
