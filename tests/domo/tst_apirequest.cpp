#include "domo/apirequest.h"

#include <QTest>

class TestApiRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentStaysInItsPlace_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("plain") << QStringLiteral("a-1") << QByteArray("/v1/a-1");
        QTest::newRow("slash") << QStringLiteral("../x") << QByteArray("/v1/..%2Fx");
        QTest::newRow("query") << QStringLiteral("x?y=z#w") << QByteArray("/v1/x%3Fy%3Dz%23w");
        QTest::newRow("space and percent") << QStringLiteral("a %41") << QByteArray("/v1/a%20%2541");
    }
    void segmentStaysInItsPlace()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, address);
        QCOMPARE(Domo::get({QStringLiteral("v1"), id}).url.toEncoded(), address);
    }

    void valuesOfTheQueryAreEncoded()
    {
        const auto request = Domo::get({QStringLiteral("v1")},
                                       {{QLatin1String("nameLike"), QStringLiteral("a+b & c=d#%")},
                                        {QLatin1String("limit"), QStringLiteral("5")}});
        QCOMPARE(request.url.toEncoded(), QByteArray("/v1?nameLike=a%2Bb%20%26%20c%3Dd%23%25&limit=5"));
    }

    void getAsksForJsonUnlessToldOtherwise()
    {
        using Headers = QList<QPair<QByteArray, QByteArray>>;
        QCOMPARE(Domo::get({QStringLiteral("v1")}).headers, (Headers{{"Accept", "application/json"}}));
        QCOMPARE(Domo::get({QStringLiteral("v1")}, {}, "text/csv").headers, (Headers{{"Accept", "text/csv"}}));
    }

    void postCarriesJsonAndMayBeRepeated()
    {
        const auto request = Domo::post({QStringLiteral("v1")}, "{}");
        QCOMPARE(request.verb, QByteArray("POST"));
        QCOMPARE(request.body, QByteArray("{}"));
        QCOMPARE(request.contentType, QByteArray("application/json"));
        QVERIFY(request.repeatable);
    }
};

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
