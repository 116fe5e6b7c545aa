#include "domo/apirequest.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestApiRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentStaysInItsPlace_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("plain") << u"a-1"_s << QByteArray("/v1/a-1");
        QTest::newRow("slash") << u"../x"_s << QByteArray("/v1/..%2Fx");
        QTest::newRow("query") << u"x?y=z#w"_s << QByteArray("/v1/x%3Fy%3Dz%23w");
        QTest::newRow("space and percent") << u"a %41"_s << QByteArray("/v1/a%20%2541");
    }
    void segmentStaysInItsPlace()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, address);
        QCOMPARE(Domo::get({u"v1"_s, id}).url.toEncoded(), address);
    }

    void valuesOfTheQueryAreEncoded()
    {
        const auto request = Domo::get({u"v1"_s}, {{"nameLike"_L1, u"a+b & c=d#%"_s}, {"limit"_L1, u"5"_s}});
        QCOMPARE(request.url.toEncoded(), QByteArray("/v1?nameLike=a%2Bb%20%26%20c%3Dd%23%25&limit=5"));
    }

    void getAcceptsJsonByDefault()
    {
        using Headers = QList<QPair<QByteArray, QByteArray>>;
        QCOMPARE(Domo::get({u"v1"_s}).headers, (Headers{{"Accept", "application/json"}}));
        QCOMPARE(Domo::get({u"v1"_s}, {}, "text/csv").headers, (Headers{{"Accept", "text/csv"}}));
    }

    void postCarriesJsonAndMayBeRepeated()
    {
        const auto request = Domo::post({u"v1"_s}, "{}");
        QCOMPARE(request.verb, QByteArray("POST"));
        QCOMPARE(request.body, QByteArray("{}"));
        QCOMPARE(request.contentType, QByteArray("application/json"));
        QVERIFY(request.repeatable);
    }
};

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
