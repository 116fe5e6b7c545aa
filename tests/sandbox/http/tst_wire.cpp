#include "sandbox/http/wire.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestWire final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void malformedJsonIsNone()
    {
        const Reply reply = malformed(Reply::json(200, QJsonObject{{u"a"_s, 1}}));
        QCOMPARE(reply.status, 200);
        QVERIFY(QJsonDocument::fromJson(reply.body).isNull());
    }

    void malformedCsvHasAQuoteThatStaysOpen()
    {
        const Reply reply = malformed({200, "a\n1\n", "text/csv; charset=utf-8"});
        QCOMPARE(reply.body.count('"') % 2, 1);
    }

    void spoiledAnswerHasNoLocation()
    {
        const Reply reply{202, {}, "application/json", {{"Location", "/operations/1"}, {"Retry-After", "0"}}};
        QCOMPARE(malformed(reply).headers.size(), 1);
        QCOMPARE(htmlInstead(reply).headers.size(), 1);
    }

    void htmlKeepsTheStatus()
    {
        const Reply reply = htmlInstead(Reply::json(200, QJsonObject()));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.contentType.startsWith("text/html"));
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
