#include "workiva/apirequest.h"

#include <QtTest/QtTest>

using namespace Workiva;

class TestApiRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentsAreEncodedEachOnItsOwn_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("plain") << QStringLiteral("0a_-.~") << QByteArray("/values/0a_-.~");
        QTest::newRow("range") << QStringLiteral("B3:F20") << QByteArray("/values/B3:F20");
        QTest::newRow("whole sheet") << QStringLiteral(":") << QByteArray("/values/:");
        QTest::newRow("slash") << QStringLiteral("a/../b") << QByteArray("/values/a%2F..%2Fb");
        QTest::newRow("query") << QStringLiteral("a?b#c") << QByteArray("/values/a%3Fb%23c");
        QTest::newRow("percent") << QStringLiteral("a%2Fb") << QByteArray("/values/a%252Fb");
        QTest::newRow("UTF-8") << QStringLiteral("ü €") << QByteArray("/values/%C3%BC%20%E2%82%AC");
    }
    void segmentsAreEncodedEachOnItsOwn()
    {
        QFETCH(const QString, segment);
        const QUrl base(QStringLiteral("https://api.app.wdesk.com"));
        const QUrl url = base.resolved(apiPath({QStringLiteral("values"), segment}));
        QFETCH(const QByteArray, encoded);
        QCOMPARE(url.toEncoded(), base.toEncoded() + encoded);
    }

    void aQueryIsSentAsItIs()
    {
        const auto request =
            get(apiPath({QStringLiteral("x")}), QByteArrayLiteral("$valuestyle=raw&$maxcellsperpage=5"));
        QCOMPARE(request.url.toEncoded(), QByteArray("/x?$valuestyle=raw&$maxcellsperpage=5"));
        QCOMPARE(request.verb, QByteArray("GET"));
        QVERIFY(request.repeatable);
    }

    void aChangeIsNotRepeated()
    {
        const auto request = change(QByteArrayLiteral("PUT"), apiPath({QStringLiteral("x")}), QByteArrayLiteral("{}"));
        QVERIFY(!request.repeatable);
        QCOMPARE(request.contentType, QByteArray("application/json"));
        QCOMPARE(request.body, QByteArray("{}"));
    }
};

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
