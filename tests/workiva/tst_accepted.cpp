#include "workiva/accepted.h"

#include "net/response.h"
#include "support/testservice.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

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

private Q_SLOTS:
    void operationIsInTheHeaderOrTheBody_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("body");
        const QByteArray whole("https://api.app.wdesk.com/operations/op-1");
        QTest::newRow("whole") << whole << QByteArray();
        QTest::newRow("relative") << QByteArray("/operations/op-1") << QByteArray();
        QTest::newRow("an ID alone") << QByteArray("op-1") << QByteArray();
        QTest::newRow("another host") << QByteArray("http://10.9.8.7:9/operations/op-1") << QByteArray();
        QTest::newRow("below a path") << QByteArray("https://proxy/workiva/platform/v1/operations/op-1/")
                                      << QByteArray();
        QTest::newRow("with a query") << QByteArray("/operations/op-1?wait=/x#y") << QByteArray();
        QTest::newRow("encoded") << QByteArray("/operations/op%2D1") << QByteArray();
        QTest::newRow("body") << QByteArray() << QByteArray(R"({"operationLocation":"/operations/op-1"})");
        QTest::newRow("body, another host")
            << QByteArray() << QByteArray("{\"operationLocation\":\"https://inner:1/operations/op-1\"}");
        QTest::newRow("both") << whole << QByteArray(R"({"operationLocation":"/operations/op-2"})");
        QTest::newRow("header without an ID")
            << QByteArray("https://api.app.wdesk.com/") << QByteArray(R"({"operationLocation":"/operations/op-1"})");
        QTest::newRow("body of no interest") << whole << QByteArray("<html>");
    }
    void operationIsInTheHeaderOrTheBody()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const QByteArray, body);
        const auto accepted =
            Workiva::readAccepted(m_workiva.service, reply({{"Location", location}, {"Retry-After", "2"}}, body));
        QCOMPARE(accepted.operationId, u"op-1"_s);
        QVERIFY(accepted.retryAfter == 2s);
    }

    void noRetryAfterMeansAtOnce()
    {
        const auto accepted = Workiva::readAccepted(m_workiva.service, reply({{"location", "/operations/op-1"}}));
        QVERIFY(accepted.retryAfter == 0s);
    }

    void withoutAnOperationTheChangeIsAcceptedAllTheSame_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("no path") << QByteArray("https://api.app.wdesk.com") << QByteArray();
        QTest::newRow("up") << QByteArray("/operations/..") << QByteArray();
        QTest::newRow("empty object") << QByteArray() << QByteArray("{}");
        QTest::newRow("null") << QByteArray() << QByteArray(R"({"operationLocation":null})");
        QTest::newRow("object") << QByteArray() << QByteArray(R"({"operationLocation":{}})");
        QTest::newRow("page") << QByteArray() << QByteArray("<html>");
    }
    void withoutAnOperationTheChangeIsAcceptedAllTheSame()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const QByteArray, body);
        const auto accepted = Workiva::readAccepted(m_workiva.service, reply({{"Location", location}}, body));
        QVERIFY(accepted.operationId.isEmpty());
    }

private:
    Support::TestService m_workiva{QUrl(u"https://api.app.wdesk.com"_s)};
};

QTEST_GUILESS_MAIN(TestAccepted)
#include "tst_accepted.moc"
