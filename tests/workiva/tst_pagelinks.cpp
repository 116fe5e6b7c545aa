#include "workiva/pagelinks.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Workiva::PageLinks;

class TestPageLinks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksPathAndQueryAreRequestedFromTheServicesOrigin_data()
    {
        QTest::addColumn<QString>("link");
        const auto row = [](const char *name, const char *link) { QTest::newRow(name) << QString::fromLatin1(link); };
        row("whole", "https://api.app.wdesk.com/spreadsheets?$next=abc%3D");
        row("port told", "https://api.app.wdesk.com:443/spreadsheets?$next=abc%3D");
        row("path", "/spreadsheets?$next=abc%3D");
        row("query", "?$next=abc%3D");
        row("another host", "https://api.eu.wdesk.com/spreadsheets?$next=abc%3D");
        row("inner host", "http://10.9.8.7:9/spreadsheets?$next=abc%3D");
        row("another scheme", "http://api.app.wdesk.com/spreadsheets?$next=abc%3D");
        row("another port", "https://api.app.wdesk.com:8443/spreadsheets?$next=abc%3D");
        row("no scheme", "//example.com/spreadsheets?$next=abc%3D");
        row("a user", "https://user:word@example.com/spreadsheets?$next=abc%3D#part");
    }
    void linksPathAndQueryAreRequestedFromTheServicesOrigin()
    {
        QFETCH(const QString, link);
        const auto next = links().follow(link);
        QVERIFY(next);
        QCOMPARE(*next, QUrl(u"https://api.app.wdesk.com/spreadsheets?$next=abc%3D"_s));
    }

    void noLinkIsNoPage()
    {
        const auto next = links().follow({});
        QVERIFY(next);
        QVERIFY(next->isEmpty());
    }

    void pathOfTheBaseIsKept_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("the outer path") << u"https://gate/workiva/values/A1%3AB2?$next=2"_s;
        QTest::newRow("the inner path") << u"http://inner/values/A1%3AB2?$next=2"_s;
    }
    void pathOfTheBaseIsKept()
    {
        QFETCH(const QString, link);
        for (const char *base : {"https://gate:8443/workiva", "https://gate:8443/workiva/"}) {
            const auto next = links(base).follow(link);
            QVERIFY(next);
            QCOMPARE(next->toString(QUrl::FullyEncoded), u"https://gate:8443/workiva/values/A1%3AB2?$next=2"_s);
        }
    }

    void repeatedLinkIsABadReply()
    {
        auto pages = links();
        QVERIFY(pages.follow(u"?$next=2"_s));
        QVERIFY(pages.follow(u"?$next=3"_s));
        for (const auto &link : {u"?$next=3"_s, u"?$next=2"_s, u"?$n=1"_s}) {
            const auto next = pages.follow(link);
            QVERIFY(!next);
            QCOMPARE(next.error().kind, ErrorKind::BadReply);
        }
    }

    void invalidLinkIsABadReply()
    {
        const auto next = links().follow(u"https://[x"_s);
        QVERIFY(!next);
        QCOMPARE(next.error().kind, ErrorKind::BadReply);
    }

private:
    static PageLinks links(const char *base = "https://api.app.wdesk.com")
    {
        return PageLinks({.base = QUrl(QString::fromLatin1(base)), .firstPage = QUrl(u"/spreadsheets?$n=1"_s)});
    }
};

QTEST_GUILESS_MAIN(TestPageLinks)
#include "tst_pagelinks.moc"
