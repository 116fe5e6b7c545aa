#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/writevalues.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::WriteValues;
using namespace std::chrono_literals;

namespace {

constexpr Sheet::Rectangle rectangle{2, 1, 18, 5};
const QByteArray target = "PUT /spreadsheets/s1/sheets/t1/values/B3:F20"_ba;
const QByteArray body = R"({"values":[[1]]})"_ba;

} // namespace

class TestWriteValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyGoesToTheRange()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target + "\nContent-Type: application/json\nAuthorization: Bearer token\n\n" + body,
                      "202 Accepted\nLocation: /operations/op-1\nRetry-After: 3");
        const auto write = job(workiva);
        QVERIFY(Support::finishes(*write));
        QVERIFY(write->result());
        QCOMPARE(write->result()->operationId, u"op-1"_s);
        QVERIFY(write->result()->retryAfter == 3s);
        QVERIFY(!write->mayHaveArrived());
    }

    void refusalTouchedNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("bad request") << 400 << ErrorKind::Rejected;
        QTest::newRow("no access") << 403 << ErrorKind::NoAccess;
        QTest::newRow("not found") << 404 << ErrorKind::NotFound;
        QTest::newRow("conflict") << 409 << ErrorKind::Conflict;
        QTest::newRow("too large") << 413 << ErrorKind::Rejected;
    }
    void refusalTouchedNothing()
    {
        QFETCH(const int, status);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target, Answer::json(status, R"({"code":"x","message":"y"})"));
        const auto write = job(workiva);
        QVERIFY(Support::finishes(*write));
        QVERIFY(!write->result());
        QTEST(write->result().error().kind, "kind");
        QCOMPARE(write->result().error().subject, u"B3:F20"_s);
        QVERIFY(!write->mayHaveArrived());
    }

    void possiblyAppliedChangeIsNotRetried_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("lost answer") << 0 << ErrorKind::ConnectionLost;
        QTest::newRow("500") << 500 << ErrorKind::ServiceFailed;
        QTest::newRow("504") << 504 << ErrorKind::ServiceFailed;
    }
    void possiblyAppliedChangeIsNotRetried()
    {
        QFETCH(const int, failure);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target, failure == 0 ? Answer::drop() : Answer::json(failure, "{}"));
        const auto write = job(workiva);
        QVERIFY(Support::finishes(*write, workiva.clock));
        QVERIFY(!write->result());
        QTEST(write->result().error().kind, "kind");
        QVERIFY(write->mayHaveArrived());
        QCOMPARE(server.requests().size(), 1);
    }

    void unprocessedRequestIsRetried_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("429") << 429;
        QTest::newRow("503") << 503;
    }
    void unprocessedRequestIsRetried()
    {
        QFETCH(const int, status);
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target + "\n\n" + body, Answer(QByteArray::number(status) + " Later\nRetry-After: 7"));
        server.expect(target + "\n\n" + body, "202 Accepted\nLocation: /operations/op-1");
        const auto began = workiva.clock.elapsed();
        const auto write = job(workiva);
        QVERIFY(Support::finishes(*write, workiva.clock));
        QVERIFY(write->result());
        QVERIFY(workiva.clock.elapsed() - began >= 7s);
    }

    void successWithoutAnOperationWasTakenInAllTheSame()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect(target, Answer::json(200, "{}"));
        const auto write = job(workiva);
        QVERIFY(Support::finishes(*write));
        QVERIFY(write->result());
        QVERIFY(write->result()->operationId.isEmpty());
    }

private:
    static std::unique_ptr<WriteValues> job(Support::TestService &workiva)
    {
        return std::make_unique<WriteValues>(workiva.service, Workiva::SheetId{u"s1"_s, u"t1"_s}, rectangle, body);
    }
};

QTEST_GUILESS_MAIN(TestWriteValues)
#include "tst_writevalues.moc"
