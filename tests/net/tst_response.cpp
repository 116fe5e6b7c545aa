#include "net/response.h"

#include <QTest>

class TestResponse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerIsFoundInAnyCase()
    {
        const Net::ResponseHead head{.headers = {{"Date", "today"}, {"RETRY-after", "7"}}};
        QCOMPARE(head.header("Retry-After"), "7");
        QCOMPARE(head.header("retry-after"), "7");
    }

    void missingHeaderIsEmpty()
    {
        const Net::ResponseHead head{.headers = {{"Retry-After", "7"}}};
        QCOMPARE(head.header("Retry"), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestResponse)
#include "tst_response.moc"
