#include "workiva/baseurlregion.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

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
        QTest::newRow("us") << BaseUrlRegion::Us << QUrl(u"https://api.app.wdesk.com"_s) << u"app.wdesk.com"_s;
        QTest::newRow("eu") << BaseUrlRegion::Eu << QUrl(u"https://api.eu.wdesk.com"_s) << u"eu.wdesk.com"_s;
        QTest::newRow("apac") << BaseUrlRegion::Apac << QUrl(u"https://api.apac.wdesk.com"_s) << u"apac.wdesk.com"_s;
    }
    void apiLivesBesideTheWebApplication()
    {
        QFETCH(const BaseUrlRegion, region);
        QTEST(baseUrl(region), "api");
        QTEST(webHost(region), "web");
        QVERIFY(fromName(name(region)) == region);
        QVERIFY(fromName(name(region).toUpper()) == region);
    }

    void unknownNameIsNoRegion()
    {
        QVERIFY(!fromName(u"mars"_s));
        QVERIFY(!fromName(QString()));
    }
};

QTEST_GUILESS_MAIN(TestBaseUrlRegion)
#include "tst_baseurlregion.moc"
