#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/awaitoperation.h"

#include <QtTest/QtTest>

using Core::ErrorKind;
using Support::Answer;
using Workiva::Accepted;
using Workiva::AwaitOperation;
using namespace std::chrono_literals;

namespace {

const QByteArray target = QByteArrayLiteral("GET /operations/op-1");

// A server with one operation, and a job that waits for it.
struct Stage
{
    explicit Stage(std::chrono::milliseconds retryAfter = 0ms, std::chrono::milliseconds patience = 10min)
        : job(workiva.service, Accepted{server.url().resolved(QUrl(QStringLiteral("/operations/op-1"))), retryAfter},
              patience)
    {
    }

    void answer(const char *status, const char *headers = "")
    {
        server.expect(target,
                      Answer(QByteArray("200 OK\n") + headers + "\n{\"id\":\"op-1\",\"status\":\"" + status + "\"}"));
    }

    [[nodiscard]] std::chrono::milliseconds passed() const { return workiva.clock.elapsed() - began; }

    Support::HttpServer server;
    Support::TestService workiva{server.url(), Core::Service::Workiva};
    AwaitOperation job;
    std::chrono::milliseconds began = workiva.clock.elapsed();
};

} // namespace

class TestAwaitOperation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completedIsTheResult()
    {
        Stage stage;
        stage.server.expect(target, Answer::json(200, R"({"id":"op-1","status":"completed","originalRequest":"r-1",
            "details":[{"code":"note","message":"fine","target":"A1"},{"message":"well"}]})"));
        QVERIFY(Support::finishes(stage.job));
        QVERIFY(stage.job.result());
        const auto &report = *stage.job.result();
        QCOMPARE(report.id, QStringLiteral("op-1"));
        QCOMPARE(report.status, QStringLiteral("completed"));
        QCOMPARE(report.originalRequest, QStringLiteral("r-1"));
        QCOMPARE(report.details.size(), 2);
        QVERIFY(stage.passed() == 0ms);
    }

    void theFirstQuestionComesWhenTheServiceSaid()
    {
        Stage stage(3s);
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
        QVERIFY(stage.passed() == 3s);
    }

    void laterOnesToo()
    {
        Stage stage;
        stage.answer("acknowledged", "Retry-After: 2\n");
        stage.answer("queued", "Retry-After: 5\n");
        stage.answer("started");
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
        QVERIFY(stage.passed() == 2s + 5s + 1s);
        QCOMPARE(stage.server.requests().size(), 4);
    }

    void failedAndCancelledAreErrors_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("failed") << QByteArray("failed");
        QTest::newRow("cancelled") << QByteArray("cancelled");
    }
    void failedAndCancelledAreErrors()
    {
        QFETCH(const QByteArray, status);
        Stage stage;
        stage.server.expect(target,
                            Answer::json(200,
                                         R"({"id":"op-1","originalRequest":"r-1","details":[
            {"code":"locked","message":"Attempted to modify locked cells","target":"B7"},{"code":"more"}],"status":")"
                                             + status + R"("})"));
        QVERIFY(Support::finishes(stage.job));
        QVERIFY(!stage.job.result());
        const auto &error = stage.job.result().error();
        QCOMPARE(error.kind, ErrorKind::OperationFailed);
        QCOMPARE(error.subject, QStringLiteral("op-1"));
        QCOMPARE(error.requestId, QStringLiteral("r-1"));
        QVERIFY(error.service == Core::Service::Workiva);
        for (const auto &part : {"locked", "Attempted to modify locked cells", "B7", "more"})
            QVERIFY(error.detail.contains(QLatin1String(part)));
    }

    void anotherShapeIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        QTest::newRow("unknown status") << QByteArray(R"({"status":"sleeping"})") << QStringLiteral("$.status");
        QTest::newRow("no status") << QByteArray("{}") << QStringLiteral("$.status");
        QTest::newRow("details") << QByteArray(R"({"status":"failed","details":{}})") << QStringLiteral("$.details");
        QTest::newRow("page") << QByteArray("<html>") << QStringLiteral("$");
    }
    void anotherShapeIsABadReply()
    {
        QFETCH(const QByteArray, body);
        Stage stage;
        stage.server.expect(target, Answer::json(200, body));
        QVERIFY(Support::finishes(stage.job));
        QVERIFY(!stage.job.result());
        QCOMPARE(stage.job.result().error().kind, ErrorKind::BadReply);
        QTEST(stage.job.result().error().subject, "place");
    }

    void patienceEnds()
    {
        Stage stage(0ms, 10s);
        stage.server.always(target, "200 OK\nRetry-After: 4\n\n{\"status\":\"started\"}");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(!stage.job.result());
        QCOMPARE(stage.job.result().error().kind, ErrorKind::TimedOut);
        QCOMPARE(stage.job.result().error().subject, QStringLiteral("op-1"));
        QVERIFY(stage.passed() == 10s);
        QCOMPARE(stage.server.requests().size(), 4); // after 0, 4, 8 and, for the last time, 10 seconds
    }

    void theRateOfTheServiceIsObeyed()
    {
        Stage stage;
        stage.server.expect(target, "429 Too Many Requests\nRetry-After: 6");
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
        QVERIFY(stage.passed() >= 6s);
    }

    void cancelEndsTheWaiting()
    {
        Stage stage(5s);
        const QSignalSpy finished(&stage.job, &Net::Job::finished);
        stage.job.start();
        QTRY_COMPARE(stage.workiva.clock.waiting(), 1);
        stage.job.cancel();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(stage.job.result().error().kind, ErrorKind::Cancelled);
        stage.workiva.clock.advance(1min);
        QCOMPARE(finished.count(), 1);
        QVERIFY(stage.server.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAwaitOperation)
#include "tst_awaitoperation.moc"
