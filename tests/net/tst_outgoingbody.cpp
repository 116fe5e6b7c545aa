#include "net/outgoingbody.h"

#include <QTest>

class TestOutgoingBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadOnce()
    {
        Net::OutgoingBody body("hello");
        QCOMPARE(body.size(), 5);
        QCOMPARE(body.taken(), 0);
        QCOMPARE(body.read(2), "he");
        QCOMPARE(body.taken(), 2);
        QCOMPARE(body.readAll(), "llo");
        QCOMPARE(body.taken(), 5);
        QVERIFY(body.atEnd());
        QCOMPARE(body.readAll(), "");
    }

    void doesNotGoBack()
    {
        Net::OutgoingBody body("hello");
        QCOMPARE(body.read(2), "he");
        QVERIFY(!body.reset());
        QVERIFY(!body.seek(0));
    }

    void emptyBodyIsAtItsEnd()
    {
        Net::OutgoingBody body({});
        QVERIFY(body.atEnd());
        QCOMPARE(body.readAll(), "");
    }
};

QTEST_GUILESS_MAIN(TestOutgoingBody)
#include "tst_outgoingbody.moc"
