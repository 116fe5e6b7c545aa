#include "workiva/apirequest.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using namespace Workiva;

class TestApiRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentsAreEncodedEachOnItsOwn_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("plain") << u"0a_-.~"_s << QByteArray("/values/0a_-.~");
        QTest::newRow("range") << u"B3:F20"_s << QByteArray("/values/B3:F20");
        QTest::newRow("whole sheet") << u":"_s << QByteArray("/values/:");
        QTest::newRow("slash") << u"a/../b"_s << QByteArray("/values/a%2F..%2Fb");
        QTest::newRow("query") << u"a?b#c"_s << QByteArray("/values/a%3Fb%23c");
        QTest::newRow("percent") << u"a%2Fb"_s << QByteArray("/values/a%252Fb");
        QTest::newRow("UTF-8") << u"ü €"_s << QByteArray("/values/%C3%BC%20%E2%82%AC");
    }
    void segmentsAreEncodedEachOnItsOwn()
    {
        QFETCH(const QString, segment);
        const QUrl base(u"https://api.app.wdesk.com"_s);
        const QUrl url = base.resolved(apiPath({u"values"_s, segment}));
        QFETCH(const QByteArray, encoded);
        QCOMPARE(url.toEncoded(), base.toEncoded() + encoded);
    }

    void sheetPathNamesItsSpreadsheet()
    {
        const SheetId sheet{.spreadsheet = u"p/1"_s, .sheet = u"s/2"_s};
        QCOMPARE(sheetPath(sheet).toEncoded(), QByteArray("/spreadsheets/p%2F1/sheets/s%2F2"));
        QCOMPARE(sheetPath(sheet, {u"values"_s, u"A1:B2"_s}).toEncoded(),
                 QByteArray("/spreadsheets/p%2F1/sheets/s%2F2/values/A1:B2"));
    }

    void queryIsSentAsItIs()
    {
        const auto request = get(apiPath({u"x"_s}), "$valuestyle=raw&$maxcellsperpage=5"_ba);
        QCOMPARE(request.url.toEncoded(), QByteArray("/x?$valuestyle=raw&$maxcellsperpage=5"));
        QCOMPARE(request.verb, QByteArray("GET"));
        QVERIFY(request.repeatable);
    }

    void changeIsNotRepeated()
    {
        const auto request = change("PUT"_ba, apiPath({u"x"_s}), "{}"_ba);
        QVERIFY(!request.repeatable);
        QCOMPARE(request.contentType, QByteArray("application/json"));
        QCOMPARE(request.body, QByteArray("{}"));
    }
};

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
