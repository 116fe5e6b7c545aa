#include "sandbox/workivajson.h"

#include "sandbox/worksheet.h"

#include <QJsonArray>
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
