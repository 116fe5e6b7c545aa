#include "net/weborigin.h"

#include <QTest>

class TestWebOrigin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemeHostAndPortMakeTheOrigin_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, const char *a, const char *b, bool same) {
            QTest::newRow(name) << QString::fromLatin1(a) << QString::fromLatin1(b) << same;
        };
        row("paths do not count", "https://api.domo.com/v1", "https://api.domo.com/v2?x=y#z", true);
        row("default port", "https://api.domo.com", "https://api.domo.com:443/", true);
        row("default port, http", "http://localhost", "http://localhost:80/", true);
        row("case", "https://API.domo.com", "HTTPS://api.Domo.com", true);
        row("scheme", "https://api.domo.com", "http://api.domo.com", false);
        row("host", "https://api.app.wdesk.com", "https://api.eu.wdesk.com", false);
        row("host begins the same", "https://api.domo.com", "https://api.domo.com.evil.example", false);
        row("port", "https://api.domo.com", "https://api.domo.com:444", false);
        row("user name hides the host", "https://api.domo.com", "https://api.domo.com@evil.example/", false);
        row("loopback by name and number", "http://localhost:1", "http://127.0.0.1:1", false);
    }
    void schemeHostAndPortMakeTheOrigin()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(Net::sameOrigin(QUrl(a), QUrl(b)), same);
        QCOMPARE(Net::sameOrigin(QUrl(b), QUrl(a)), same);
    }

    void onlyHttpsOrLoopbackIsAcceptable_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("acceptable");
        const auto row = [](const char *address, bool acceptable) {
            QTest::newRow(address) << QString::fromLatin1(address) << acceptable;
        };
        row("https://api.domo.com", true);
        row("https://api.domo.com:8443/base", true);
        row("http://127.0.0.1:8080", true);
        row("http://127.9.9.9", true);
        row("http://[::1]:8080", true);
        row("http://localhost:8080", true);
        row("http://LOCALHOST", true);
        row("http://api.domo.com", false);
        row("http://127.0.0.1.evil.example", false);
        row("http://localhost.evil.example", false);
        row("http://10.0.0.1", false);
        row("http://0.0.0.0", false);
        row("https://user@api.domo.com", false);
        row("https://user:secret@api.domo.com", false);
        row("ftp://localhost", false);
        row("file:///etc/hostname", false);
        row("https://", false);
        row("https:///path", false);
        row("api.domo.com", false);
        row("", false);
    }
    void onlyHttpsOrLoopbackIsAcceptable()
    {
        QFETCH(QString, address);
        QFETCH(bool, acceptable);
        QCOMPARE(Net::isAcceptable(QUrl(address)), acceptable);
    }
};

QTEST_GUILESS_MAIN(TestWebOrigin)
#include "tst_weborigin.moc"
