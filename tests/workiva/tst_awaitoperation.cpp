#include "support/httpserver.h"
#include "support/testservice.h"
#include "workiva/awaitoperation.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;
using Workiva::Accepted;
using Workiva::AwaitOperation;
using namespace std::chrono_literals;

namespace {

const QByteArray target = "GET /operations/op-1"_ba;

// A server with one operation, and a job that polls it.
struct Stage
{
    explicit Stage(std::chrono::milliseconds retryAfter = 0ms, std::chrono::milliseconds timeout = 10min)
        : job(workiva.service, Accepted{u"op-1"_s, retryAfter}, timeout)
    {
    }

    void answer(const QByteArray &status, const char *headers = "")
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
            "details":[{"code":"note","message":"fine","target":"A1"},{"message":"well"},{"code":null}]})"));
        QVERIFY(Support::finishes(stage.job));
        QVERIFY(stage.job.result());
        const auto &report = *stage.job.result();
        QCOMPARE(report.id, u"op-1"_s);
        QCOMPARE(report.status, u"completed"_s);
        QCOMPARE(report.originalRequest, u"r-1"_s);
        QCOMPARE(report.details, (QStringList{u"note: fine (A1)"_s, u"well"_s}));
        QVERIFY(stage.passed() == 0ms);
    }

    void endIsToldInAnyCase_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("isSuccess");
        for (const char *good : {"completed", "Completed", "COMPLETED", "succeeded", "SUCCEEDED"})
            QTest::newRow(good) << QByteArray(good) << true;
        for (const char *bad : {"failed", "FAILED", "cancelled", "Cancelled", "canceled"})
            QTest::newRow(bad) << QByteArray(bad) << false;
    }
    void endIsToldInAnyCase()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const bool, isSuccess);
        Stage stage;
        stage.answer(status);
        QVERIFY(Support::finishes(stage.job));
        QCOMPARE(stage.job.result().has_value(), isSuccess);
        if (!isSuccess)
            QCOMPARE(stage.job.result().error().kind, ErrorKind::OperationFailed);
    }

    void anyOtherStatusIsUnderWay_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *word : {"acknowledged", "queued", "started", "Started", "running", "in_progress", "paused",
                                 "completed?", "incomplete", "not failed"})
            QTest::newRow(word) << QByteArray(word);
    }
    void anyOtherStatusIsUnderWay()
    {
        QFETCH(const QByteArray, status);
        Stage stage;
        stage.answer(status);
        stage.answer(status);
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
    }

    void idIsEnough()
    {
        Support::HttpServer server;
        Support::TestService workiva(server.url());
        server.expect("GET /operations/a%2Fb%20c", Answer::json(200, R"({"status":"completed"})"));
        AwaitOperation job(workiva.service, Accepted{u"a/b c"_s});
        QVERIFY(Support::finishes(job));
        QVERIFY(job.result());
        QCOMPARE(job.result()->id, u"a/b c"_s);
    }

    void withoutAnIdTheOutcomeIsUnknown()
    {
        Support::HttpServer server; // expects no request
        Support::TestService workiva(server.url(), Core::Service::Workiva);
        AwaitOperation job(workiva.service, Accepted{});
        QVERIFY(Support::finishes(job));
        QVERIFY(!job.result());
        QCOMPARE(job.result().error().kind, ErrorKind::OutcomeUnknown);
        QVERIFY(job.result().error().service == Core::Service::Workiva);
    }

    void firstPollIsWhenTheServiceSpecified()
    {
        Stage stage(3s);
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
        QVERIFY(stage.passed() == 3s);
    }

    void laterRetryAfterIsObeyed()
    {
        Stage stage;
        stage.answer("acknowledged", "Retry-After: 2\n");
        stage.answer("queued", "Retry-After: 7\n");
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
        QVERIFY(stage.passed() == 2s + 7s);
        QCOMPARE(stage.server.requests().size(), 3);
    }

    void pollsBecomeRarer_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("nothing said") << QByteArray();
        QTest::newRow("at once") << QByteArray("Retry-After: 0\n");
        QTest::newRow("often") << QByteArray("Retry-After: 1\n");
    }
    void pollsBecomeRarer()
    {
        QFETCH(const QByteArray, headers);
        Stage stage;
        QList<std::chrono::milliseconds> times;
        stage.server.always(target, [&](const Support::HttpRequest &) {
            times.append(stage.passed());
            return Answer("200 OK\n" + headers + "\n{\"status\":\"" + (times.size() < 9 ? "started" : "completed")
                          + "\"}");
        });
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
        QCOMPARE(times.size(), 9);
        QVERIFY(times[0] == 0ms);
        QVERIFY(times[1] == (headers.contains('1') ? 1000ms : 500ms));
        for (qsizetype i = 2; i < times.size(); ++i) {
            const auto wait = times[i] - times[i - 1];
            QVERIFY(wait >= 1s && wait <= 5s);
            QVERIFY(i == 2 || wait >= times[i - 1] - times[i - 2]);
        }
        QVERIFY(times[8] - times[7] == 5s);
    }

    void failureHasTheServicesReasons()
    {
        Stage stage;
        stage.server.expect(target,
                            Answer::json(200, R"({"id":"op-1","originalRequest":"r-1","status":"failed","details":[
            {"code":"locked","message":"Attempted to modify locked cells","target":"B7"},{"code":"more"}]})"));
        QVERIFY(Support::finishes(stage.job));
        QVERIFY(!stage.job.result());
        const auto &error = stage.job.result().error();
        QCOMPARE(error.kind, ErrorKind::OperationFailed);
        QCOMPARE(error.subject, u"op-1"_s);
        QCOMPARE(error.requestId, u"r-1"_s);
        QVERIFY(error.service == Core::Service::Workiva);
        for (const auto &part : {"locked", "Attempted to modify locked cells", "B7", "more"})
            QVERIFY(error.detail.contains(QLatin1String(part)));
    }

    void reasonsOfAnotherShapeDecideNothing()
    {
        Stage stage;
        stage.server.expect(target, Answer::json(200, R"({"status":"completed","id":7,"details":{"code":1}})"));
        QVERIFY(Support::finishes(stage.job));
        QVERIFY(stage.job.result());
        QVERIFY(stage.job.result()->details.isEmpty());
    }

    void responseWithoutInformationIsNoVerdict_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind"); // if nothing else follows
        QTest::newRow("not known yet") << QByteArray("404 Not Found\n\n{}") << ErrorKind::NotFound;
        QTest::newRow("refused") << QByteArray("400 Bad Request\n\n{}") << ErrorKind::Rejected;
        QTest::newRow("conflict") << QByteArray("409 Conflict\n\n{}") << ErrorKind::Conflict;
        QTest::newRow("no JSON") << QByteArray("200 OK\n\n<html>") << ErrorKind::BadReply;
        QTest::newRow("no status") << QByteArray("200 OK\n\n{}") << ErrorKind::BadReply;
        QTest::newRow("status null") << QByteArray("200 OK\n\n{\"status\":null}") << ErrorKind::BadReply;
        QTest::newRow("list") << QByteArray("200 OK\n\n[]") << ErrorKind::BadReply;
    }
    void responseWithoutInformationIsNoVerdict()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const ErrorKind, kind);
        Stage stage;
        stage.server.expect(target, Answer(answer));
        stage.answer("started");
        stage.server.expect(target, Answer(answer));
        stage.server.expect(target, Answer(answer));
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());

        Stage silent;
        silent.server.always(target, Answer(answer));
        QVERIFY(Support::finishes(silent.job, silent.workiva.clock));
        QVERIFY(!silent.job.result());
        QCOMPARE(silent.job.result().error().kind, kind);
        QVERIFY(silent.passed() == 5s);
    }

    void emptyAnswerIsNoVerdict()
    {
        Stage stage;
        stage.server.expect(target, Answer("200 OK\nRetry-After: 3\n\n"));
        stage.answer("completed");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(stage.job.result());
    }

    void missingAccessEndsThePolling_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("credentials") << QByteArray("401 Unauthorized") << ErrorKind::BadCredentials;
        QTest::newRow("access") << QByteArray("403 Forbidden") << ErrorKind::NoAccess;
    }
    void missingAccessEndsThePolling()
    {
        QFETCH(const QByteArray, answer);
        Stage stage;
        stage.server.always(target, Answer(answer));
        QVERIFY(Support::finishes(stage.job));
        QVERIFY(!stage.job.result());
        QTEST(stage.job.result().error().kind, "kind");
    }

    void timeoutNamesTheLastStatus()
    {
        Stage stage(0ms, 10s);
        stage.server.always(target, "200 OK\nRetry-After: 4\n\n{\"status\":\"thinking\"}");
        QVERIFY(Support::finishes(stage.job, stage.workiva.clock));
        QVERIFY(!stage.job.result());
        const auto &error = stage.job.result().error();
        QCOMPARE(error.kind, ErrorKind::TimedOut);
        QCOMPARE(error.subject, u"op-1"_s);
        QCOMPARE(error.detail, u"thinking"_s);
        QVERIFY(error.cause.as<Workiva::StillUnderWay>());
        QCOMPARE(error.cause.as<Workiva::StillUnderWay>()->status, u"thinking"_s);
        QVERIFY(stage.passed() == 10s);
        QCOMPARE(stage.server.requests().size(), 4); // after 0, 4, 8 and, for the last time, 10 seconds
    }

    void rateOfTheServiceIsObeyed()
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
