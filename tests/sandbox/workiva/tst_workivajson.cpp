#include "sandbox/workiva/workivajson.h"

#include "sandbox/sheet/storedspreadsheet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestWorkivaJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexCountsSiblings()
    {
        StoredSpreadsheet spreadsheet;
        spreadsheet.add(u"a"_s, u"A"_s);
        spreadsheet.add(u"a1"_s, u"A1"_s, u"a"_s);
        const Worksheet &second = spreadsheet.add(u"a2"_s, u"A2"_s, u"a"_s);
        const Worksheet &b = spreadsheet.add(u"b"_s, u"B"_s);
        QCOMPARE(sheetJson(spreadsheet, second)["index"_L1].toInt(), 1);
        QCOMPARE(sheetJson(spreadsheet, b)["index"_L1].toInt(), 1);
        QCOMPARE(sheetJson(spreadsheet, *spreadsheet.find(u"a"_s))["children"_L1].toArray().size(), 2);
    }

    void errorCarriesStatusAndTarget()
    {
        const Reply reply = errorReply({404, u"why"_s, u"where"_s});
        QCOMPARE(reply.status, 404);
        QVERIFY(reply.body.contains("\"where\""));
    }

    void errorCodeIsStatusAndName_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("400") << 400 << u"400BadRequest"_s;
        QTest::newRow("401") << 401 << u"401Unauthorized"_s;
        QTest::newRow("403") << 403 << u"403Forbidden"_s;
        QTest::newRow("404") << 404 << u"404NotFound"_s;
        QTest::newRow("409") << 409 << u"409Conflict"_s;
        QTest::newRow("429") << 429 << u"429TooManyRequests"_s;
        QTest::newRow("500") << 500 << u"500InternalServerError"_s;
        QTest::newRow("503") << 503 << u"503ServiceUnavailable"_s;
    }
    void errorCodeIsStatusAndName()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        const QJsonDocument error = QJsonDocument::fromJson(errorReply({status, {}, {}}).body);
        QCOMPARE(error["code"_L1].toString(), code);
    }

    void sheetTellsItsTable()
    {
        StoredSpreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(u"a"_s, u"A"_s);
        sheet.revision = 7;
        const QJsonValue table = sheetJson(spreadsheet, sheet)["table"_L1];
        QCOMPARE(table["table"_L1].toString(), sheet.table());
        QCOMPARE(table["revision"_L1].toString(), u"7"_s);
    }

    void lockIsToldOnlyWhereThereIsOne()
    {
        StoredSpreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(u"a"_s, u"A"_s);
        QVERIFY(!sheetJson(spreadsheet, sheet).contains("lock"_L1));
        sheet.lock = u"inputMode"_s;
        QCOMPARE(sheetJson(spreadsheet, sheet)["lock"_L1].toString(), u"inputMode"_s);
    }

    void nextPageIsAskedForLikeTheFirst()
    {
        Incoming incoming;
        incoming.url = QUrl(u"/a%20b?%24next=1&$filter=x+eq+%27%26%27"_s);
        QCOMPARE(withNext(incoming, u"5-0"_s), QByteArray("/a%20b?$filter=x%20eq%20%27%26%27&$next=5-0"));
    }

    void revisionIsANumber()
    {
        Incoming incoming;
        QVERIFY(!queryRevision(incoming).value());
        incoming.url = QUrl(u"/x?$revision=12"_s);
        QCOMPARE(queryRevision(incoming).value(), std::optional<qint64>(12));
        incoming.url = QUrl(u"/x?$revision=abc"_s);
        QCOMPARE(queryRevision(incoming).error().status, 400);
    }

    void queryNumberHasLimits()
    {
        Incoming incoming;
        incoming.url = QUrl(u"/x?a=5&b=x&c="_s);
        QCOMPARE(queryInteger(incoming, u"a"_s, {.fallback = 1, .max = 9}).value(), 5);
        QCOMPARE(queryInteger(incoming, u"c"_s, {.fallback = 1, .max = 9}).value(), 1);
        QCOMPARE(queryInteger(incoming, u"missing"_s, {.fallback = 1, .max = 9}).value(), 1);
        QVERIFY(!queryInteger(incoming, u"a"_s, {.fallback = 1, .max = 4}));
        QVERIFY(!queryInteger(incoming, u"b"_s, {.fallback = 1, .max = 9}));
    }
};

QTEST_GUILESS_MAIN(TestWorkivaJson)
#include "tst_workivajson.moc"
