#include "domo/countrows.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Support::Answer;

namespace {

constexpr auto countRequest = "POST /v1/datasets/query/execute/a%2F1\n"
                              "Content-Type: application/json\n"
                              "Authorization: Bearer token\n"
                              "\n"
                              R"({"sql":"SELECT COUNT(*) FROM table"})";

} // namespace

class TestCountRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneNumberIsTheCountHoweverItIsSpelled_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto add = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        add("number", R"({"columns": ["n"], "metadata": [{"type": "LONG"}], "rows": [[1200]], "numRows": 1})");
        add("text", R"({"columns": [""], "rows": [["1200"]]})");
        add("fraction of nothing", R"({"columns": ["n"], "rows": [[1200.0]]})");
        add("exponent", R"({"columns": ["n"], "rows": [[1.2E3]]})");
        add("types of another shape", R"({"columns": ["n"], "metadata": ["LONG"], "rows": [[1200]]})");
    }
    void oneNumberIsTheCountHoweverItIsSpelled()
    {
        QFETCH(const QByteArray, body);
        const auto count = this->count(Answer::json(200, body));
        QVERIFY(count);
        QCOMPARE(*count, 1200);
    }

    void rowsOfAQueryAreCountedByAQueryOnIt()
    {
        Support::HttpServer server;
        server.expect("POST /v1/datasets/query/execute/a", Answer::json(200, R"({"columns": ["n"], "rows": [[7]]})"));
        Support::TestService domo(server.url(), Core::Service::Domo);
        Domo::CountRows job(domo.service, u"a"_s, u"SELECT a FROM table"_s);
        QVERIFY(Support::finishes(job, domo.clock));
        QCOMPARE(job.result().value_or(0), 7);
        QCOMPARE(server.lastRequest().body, R"({"sql":"SELECT COUNT(*) FROM (SELECT a FROM table) AS counted"})");
    }

    void anythingElseIsNoCount_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto add = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        add("page", "<html>");
        add("no row", R"({"columns": ["n"], "rows": []})");
        add("two rows", R"({"columns": ["n"], "rows": [[1], [2]]})");
        add("two columns", R"({"columns": ["n", "m"], "rows": [[1, 2]]})");
        add("null", R"({"columns": ["n"], "rows": [[null]]})");
        add("words", R"({"columns": ["n"], "rows": [["many"]]})");
        add("less than none", R"({"columns": ["n"], "rows": [[-1]]})");
        add("part of a row", R"({"columns": ["n"], "rows": [[1.5]]})");
        add("row of another width", R"({"columns": ["n"], "rows": [[1, 2]]})");
    }
    void anythingElseIsNoCount()
    {
        QFETCH(const QByteArray, body);
        const auto count = this->count(Answer::json(200, body));
        QVERIFY(!count);
        QCOMPARE(count.error().kind, ErrorKind::BadReply);
        QCOMPARE(count.error().service, Core::Service::Domo);
    }

    void refusalHasDomosWords()
    {
        const auto count =
            this->count(Answer::json(400, R"({"status":400,"message":"DataSet is not queryable yet","toe":"T1"})"));
        QVERIFY(!count);
        QCOMPARE(count.error().kind, ErrorKind::Rejected);
        QCOMPARE(count.error().subject, u"a/1"_s);
        QCOMPARE(count.error().requestId, u"T1"_s);
    }

    void failedAndEmptyResponsesAreRetried()
    {
        for (const Answer &first : {Answer::json(502, "{}"), Answer::json(200, {})}) {
            Support::HttpServer server;
            server.expect(countRequest, first);
            server.expect(countRequest, Answer::json(200, R"({"columns": ["n"], "rows": [[7]]})"));
            QCOMPARE(count(server).value_or(0), 7);
        }
    }

private:
    static Core::Result<qint64> count(const Answer &answer)
    {
        Support::HttpServer server;
        server.expect(countRequest, answer);
        return count(server);
    }

    static Core::Result<qint64> count(const Support::HttpServer &server)
    {
        Support::TestService domo(server.url(), Core::Service::Domo);
        Domo::CountRows job(domo.service, u"a/1"_s);
        if (!Support::finishes(job, domo.clock))
            return Core::fail(ErrorKind::Internal);
        return job.takeResult();
    }
};

QTEST_GUILESS_MAIN(TestCountRows)
#include "tst_countrows.moc"
