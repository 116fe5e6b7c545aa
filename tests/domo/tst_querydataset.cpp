#include "domo/querydataset.h"

#include "domo/queryfaults.h"
#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;

namespace {

constexpr auto queryRequest = "POST /v1/datasets/query/execute/a%2F1\n"
                              "Content-Type: application/json\n"
                              "Authorization: Bearer token\n"
                              "\n"
                              R"({"sql":"SELECT `Net, of tax` FROM table WHERE a = 'it''s \"ä\"'"})";

} // namespace

class TestQueryDataSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqlIsSentAndTheReplyRead()
    {
        const auto reply = query({Answer::json(200, R"({"columns": ["a"], "rows": [[1], [2]], "numRows": 2})")});
        QVERIFY(reply);
        QCOMPARE(reply->columns().size(), 1);
        QCOMPARE(reply->rows(), 2);
    }

    void rejectedSqlHasDomosWords()
    {
        const auto reply =
            query({Answer::json(400, R"({"status":400,"message":"no such column: Ammount","toe":"T1"})")});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Rejected);
        QCOMPARE(reply.error().subject, u"a/1"_s);
        QCOMPARE(reply.error().requestId, u"T1"_s);
        const auto *rejected = reply.error().cause.as<Domo::QueryRejected>();
        QVERIFY(rejected);
        QCOMPARE(rejected->message, u"no such column: Ammount"_s);
    }

    void rejectionWithoutWordsIsOneToo()
    {
        const auto reply = query({Answer::json(422, {})});
        QVERIFY(!reply);
        const auto *rejected = reply.error().cause.as<Domo::QueryRejected>();
        QVERIFY(rejected && rejected->message.isEmpty());
    }

    void missingAccessIsNoRejection()
    {
        const auto reply =
            query({Answer::json(400, R"({"status":400,"message":"Infrastructure problem (403): Access is denied"})")});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::NoAccess);
        QVERIFY(!reply.error().cause.as<Domo::QueryRejected>());
    }

    void gatewayThatStopsWaitingTellsOfASlowQuery()
    {
        const auto reply = query(QList<Answer>(5, Answer::json(504, "{}")));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::ServiceFailed);
        QVERIFY(reply.error().cause.as<Domo::QueryTooSlow>());
    }

    void replyOfAnotherShapeIsBad()
    {
        const auto reply = query({Answer::json(200, R"({"columns": ["a"]})")});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::BadReply);
        QCOMPARE(reply.error().service, Core::Service::Domo);
        QCOMPARE(reply.error().subject, u"$.rows"_s);
    }

private:
    static Core::Result<Domo::QueryReply> query(const QList<Answer> &answers)
    {
        Support::HttpServer server;
        for (const Answer &answer : answers)
            server.expect(queryRequest, answer);
        Support::TestService domo(server.url(), Core::Service::Domo);
        Domo::QueryDataSet job(
            domo.service, {.dataSetId = u"a/1"_s, .sql = u"SELECT `Net, of tax` FROM table WHERE a = 'it''s \"ä\"'"_s});
        if (!Support::finishes(job, domo.clock))
            return Core::fail(ErrorKind::Internal);
        return job.takeResult();
    }
};

QTEST_GUILESS_MAIN(TestQueryDataSet)
#include "tst_querydataset.moc"
