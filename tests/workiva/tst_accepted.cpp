#include "support/testservice.h"
#include "workiva/accepted.h"

#include <QtTest/QtTest>

using Core::ErrorKind;
using namespace std::chrono_literals;

namespace {

Net::Response reply(const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &body = {})
{
    return {.head = {.status = 202, .headers = headers}, .body = body};
}

} // namespace

class TestAccepted final : public QObject
{
    Q_OBJECT

    Support::TestService m_workiva{QUrl(QStringLiteral("https://api.app.wdesk.com"))};

private Q_SLOTS:
    void theOperationIsInTheHeaderOrTheBody_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("body");
        const QByteArray whole("https://api.app.wdesk.com/operations/op-1");
        QTest::newRow("whole") << whole << QByteArray();
        QTest::newRow("relative") << QByteArray("/operations/op-1") << QByteArray();
        QTest::newRow("body") << QByteArray() << QByteArray(R"({"operationLocation":"/operations/op-1"})");
        QTest::newRow("both") << whole << QByteArray(R"({"operationLocation":"/operations/op-2"})");
        QTest::newRow("body of no interest") << whole << QByteArray("<html>");
    }
    void theOperationIsInTheHeaderOrTheBody()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const QByteArray, body);
        const auto accepted =
            Workiva::readAccepted(m_workiva.service, reply({{"Location", location}, {"Retry-After", "2"}}, body));
        QVERIFY(accepted);
        QCOMPARE(accepted->operation, QUrl(QStringLiteral("https://api.app.wdesk.com/operations/op-1")));
        QVERIFY(accepted->retryAfter == 2s);
    }

    void noRetryAfterMeansAtOnce()
    {
        const auto accepted = Workiva::readAccepted(m_workiva.service, reply({{"location", "/operations/op-1"}}));
        QVERIFY(accepted);
        QVERIFY(accepted->retryAfter == 0s);
    }

    void anotherOriginIsForeign()
    {
        const auto accepted =
            Workiva::readAccepted(m_workiva.service, reply({{"Location", "https://example.com/operations/op-1"}}));
        QVERIFY(!accepted);
        QCOMPARE(accepted.error().kind, ErrorKind::ForeignHost);
    }

    void noOperationIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("null") << QByteArray(R"({"operationLocation":null})");
        QTest::newRow("number") << QByteArray(R"({"operationLocation":5})");
        QTest::newRow("page") << QByteArray("<html>");
    }
    void noOperationIsABadReply()
    {
        QFETCH(const QByteArray, body);
        const auto accepted = Workiva::readAccepted(m_workiva.service, reply({}, body));
        QVERIFY(!accepted);
        QCOMPARE(accepted.error().kind, ErrorKind::BadReply);
    }
};

QTEST_GUILESS_MAIN(TestAccepted)
#include "tst_accepted.moc"
