#include "sandbox/workivajson.h"

#include "sandbox/worksheet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Sandbox;

class TestWorkivaJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexCountsSiblings()
    {
        Spreadsheet spreadsheet;
        spreadsheet.add(QStringLiteral("a"), QStringLiteral("A"));
        spreadsheet.add(QStringLiteral("a1"), QStringLiteral("A1"), QStringLiteral("a"));
        const Worksheet &second = spreadsheet.add(QStringLiteral("a2"), QStringLiteral("A2"), QStringLiteral("a"));
        const Worksheet &b = spreadsheet.add(QStringLiteral("b"), QStringLiteral("B"));
        QCOMPARE(sheetJson(spreadsheet, second)[QLatin1String("index")].toInt(), 1);
        QCOMPARE(sheetJson(spreadsheet, b)[QLatin1String("index")].toInt(), 1);
        QCOMPARE(
            sheetJson(spreadsheet, *spreadsheet.find(QStringLiteral("a")))[QLatin1String("children")].toArray().size(),
            2);
    }

    void errorCarriesStatusAndTarget()
    {
        const Reply reply = errorReply({404, QStringLiteral("why"), QStringLiteral("where")});
        QCOMPARE(reply.status, 404);
        QVERIFY(reply.body.contains("\"where\""));
    }

    void errorCodeIsStatusAndName_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("400") << 400 << QStringLiteral("400BadRequest");
        QTest::newRow("401") << 401 << QStringLiteral("401Unauthorized");
        QTest::newRow("403") << 403 << QStringLiteral("403Forbidden");
        QTest::newRow("404") << 404 << QStringLiteral("404NotFound");
        QTest::newRow("409") << 409 << QStringLiteral("409Conflict");
        QTest::newRow("429") << 429 << QStringLiteral("429TooManyRequests");
        QTest::newRow("500") << 500 << QStringLiteral("500InternalServerError");
        QTest::newRow("503") << 503 << QStringLiteral("503ServiceUnavailable");
    }

    void errorCodeIsStatusAndName()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        const QJsonDocument error = QJsonDocument::fromJson(errorReply({status, {}, {}}).body);
        QCOMPARE(error[QLatin1String("code")].toString(), code);
    }

    void sheetTellsItsTable()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(QStringLiteral("a"), QStringLiteral("A"));
        sheet.revision = 7;
        const QJsonValue table = sheetJson(spreadsheet, sheet)[QLatin1String("table")];
        QCOMPARE(table[QLatin1String("table")].toString(), sheet.table());
        QCOMPARE(table[QLatin1String("revision")].toString(), QStringLiteral("7"));
    }

    void lockIsToldOnlyWhereThereIsOne()
    {
        Spreadsheet spreadsheet;
        Worksheet &sheet = spreadsheet.add(QStringLiteral("a"), QStringLiteral("A"));
        QVERIFY(!sheetJson(spreadsheet, sheet).contains(QLatin1String("lock")));
        sheet.lock = QStringLiteral("inputMode");
        QCOMPARE(sheetJson(spreadsheet, sheet)[QLatin1String("lock")].toString(), QStringLiteral("inputMode"));
    }

    void nextPageIsAskedForLikeTheFirst()
    {
        Incoming incoming;
        incoming.url = QUrl(QStringLiteral("/a%20b?%24next=1&$filter=x+eq+%27%26%27"));
        QCOMPARE(withNext(incoming, QStringLiteral("5-0")), QByteArray("/a%20b?$filter=x%20eq%20%27%26%27&$next=5-0"));
    }

    void revisionIsANumber()
    {
        Incoming incoming;
        QVERIFY(!queryRevision(incoming).value());
        incoming.url = QUrl(QStringLiteral("/x?$revision=12"));
        QCOMPARE(queryRevision(incoming).value(), std::optional<qint64>(12));
        incoming.url = QUrl(QStringLiteral("/x?$revision=abc"));
        QCOMPARE(queryRevision(incoming).error().status, 400);
    }

    void queryNumberHasLimits()
    {
        Incoming incoming;
        incoming.url = QUrl(QStringLiteral("/x?a=5&b=x&c="));
        QCOMPARE(queryInteger(incoming, QStringLiteral("a"), 1, 0, 9).value(), 5);
        QCOMPARE(queryInteger(incoming, QStringLiteral("c"), 1, 0, 9).value(), 1);
        QCOMPARE(queryInteger(incoming, QStringLiteral("missing"), 1, 0, 9).value(), 1);
        QVERIFY(!queryInteger(incoming, QStringLiteral("a"), 1, 0, 4));
        QVERIFY(!queryInteger(incoming, QStringLiteral("b"), 1, 0, 9));
    }
};

QTEST_GUILESS_MAIN(TestWorkivaJson)
#include "tst_workivajson.moc"
