#include "workiva/pagelinks.h"

#include <QtTest/QtTest>

using Core::ErrorKind;
using Workiva::PageLinks;

class TestPageLinks final : public QObject
{
    Q_OBJECT

    static PageLinks links() { return PageLinks(QUrl(QStringLiteral("https://api.app.wdesk.com/spreadsheets?$n=1"))); }

private Q_SLOTS:
    void linksAreWholeOrRelative_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QUrl>("next");
        const QUrl second(QStringLiteral("https://api.app.wdesk.com/spreadsheets?$next=abc%3D"));
        QTest::newRow("whole") << second.toString(QUrl::FullyEncoded) << second;
        QTest::newRow("port told") << QStringLiteral("https://api.app.wdesk.com:443/spreadsheets?$next=abc%3D")
                                   << QUrl(QStringLiteral("https://api.app.wdesk.com:443/spreadsheets?$next=abc%3D"));
        QTest::newRow("path") << QStringLiteral("/spreadsheets?$next=abc%3D") << second;
        QTest::newRow("query") << QStringLiteral("?$next=abc%3D") << second;
        QTest::newRow("none") << QString() << QUrl();
    }
    void linksAreWholeOrRelative()
    {
        QFETCH(const QString, link);
        const auto next = links().follow(link);
        QVERIFY(next);
        QTEST(*next, "next");
    }

    void anotherOriginIsForeign_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("host") << QStringLiteral("https://api.eu.wdesk.com/spreadsheets?$next=1");
        QTest::newRow("scheme") << QStringLiteral("http://api.app.wdesk.com/spreadsheets?$next=1");
        QTest::newRow("port") << QStringLiteral("https://api.app.wdesk.com:8443/spreadsheets?$next=1");
        QTest::newRow("no scheme") << QStringLiteral("//example.com/spreadsheets?$next=1");
    }
    void anotherOriginIsForeign()
    {
        QFETCH(const QString, link);
        const auto next = links().follow(link);
        QVERIFY(!next);
        QCOMPARE(next.error().kind, ErrorKind::ForeignHost);
    }

    void aLinkThatRepeatsItselfIsABadReply()
    {
        auto pages = links();
        QVERIFY(pages.follow(QStringLiteral("?$next=2")));
        QVERIFY(pages.follow(QStringLiteral("?$next=3")));
        for (const auto &link : {QStringLiteral("?$next=3"), QStringLiteral("?$next=2"), QStringLiteral("?$n=1")}) {
            const auto next = pages.follow(link);
            QVERIFY(!next);
            QCOMPARE(next.error().kind, ErrorKind::BadReply);
        }
    }

    void whatIsNoAddressIsABadReply()
    {
        const auto next = links().follow(QStringLiteral("https://[x"));
        QVERIFY(!next);
        QCOMPARE(next.error().kind, ErrorKind::BadReply);
    }
};

QTEST_GUILESS_MAIN(TestPageLinks)
#include "tst_pagelinks.moc"
