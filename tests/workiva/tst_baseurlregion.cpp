#include "workiva/baseurlregion.h"

#include <QtTest/QtTest>

using namespace Workiva;

class TestBaseUrlRegion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apiLivesBesideTheWebApplication_data()
    {
        QTest::addColumn<BaseUrlRegion>("region");
        QTest::addColumn<QUrl>("api");
        QTest::addColumn<QString>("web");
        QTest::newRow("us") << BaseUrlRegion::Us << QUrl(QStringLiteral("https://api.app.wdesk.com"))
                            << QStringLiteral("app.wdesk.com");
        QTest::newRow("eu") << BaseUrlRegion::Eu << QUrl(QStringLiteral("https://api.eu.wdesk.com"))
                            << QStringLiteral("eu.wdesk.com");
        QTest::newRow("apac") << BaseUrlRegion::Apac << QUrl(QStringLiteral("https://api.apac.wdesk.com"))
                              << QStringLiteral("apac.wdesk.com");
    }
    void apiLivesBesideTheWebApplication()
    {
        QFETCH(const BaseUrlRegion, region);
        QTEST(baseUrl(region), "api");
        QTEST(webHost(region), "web");
        QVERIFY(fromName(name(region)) == region);
        QVERIFY(fromName(name(region).toUpper()) == region);
    }

    void anUnknownNameIsNoRegion()
    {
        QVERIFY(!fromName(QStringLiteral("mars")));
        QVERIFY(!fromName(QString()));
    }
};

QTEST_GUILESS_MAIN(TestBaseUrlRegion)
#include "tst_baseurlregion.moc"
