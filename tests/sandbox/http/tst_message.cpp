#include "sandbox/http/message.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;

class TestMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queryIsDecoded()
    {
        Incoming incoming;
        incoming.url = QUrl(u"/x?%24filter=a+eq+%27b%2Bc%27&$next=1&empty="_s);
        QCOMPARE(incoming.query(u"$filter"_s), u"a eq 'b+c'"_s);
        QCOMPARE(incoming.query(u"$next"_s), u"1"_s);
        QCOMPARE(incoming.query(u"empty"_s), QString());
        QCOMPARE(incoming.query(u"missing"_s), QString());
    }

    void namesOfHeadersHaveNoCase()
    {
        Incoming incoming;
        incoming.headers = {{"Host", "x"}, {"X-Version", "2026-01-01"}};
        QCOMPARE(incoming.header("x-version"), QByteArray("2026-01-01"));
        QVERIFY(incoming.header("version").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
