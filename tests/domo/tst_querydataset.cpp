#include "domo/querydataset.h"

#include "support/httpserver.h"
#include "support/testservice.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Sheet::ColumnType;
using Support::Answer;

namespace {

constexpr auto queryRequest = "POST /v1/datasets/query/execute/a-1\n"
                              "Content-Type: application/json\n"
                              "Authorization: Bearer token\n"
                              "\n"
                              "{\"sql\":\"SELECT `a \\\"b\\\"` FROM table\"}";

} // namespace

class TestQueryDataSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesKeepTheirDigits()
    {
        const auto result = query(Answer::json(200, R"({
            "datasource": "a-1", "columns": ["Account", "Amount", "Open"],
            "metadata": [{"type": "STRING", "maxLength": -1}, {"type": "DECIMAL"}, {"type": "STRING"}],
            "rows": [["4000", 12345678901234567890.10, true], [null, -1.50e3, ""], ["\ufeff\u00e4\n", 0, false]],
            "numRows": 3, "numColumns": 3, "fromcache": true})"));
        QVERIFY(result);
        const QList<Domo::Column> columns{{u"Account"_s, ColumnType::String, u"STRING"_s},
                                          {u"Amount"_s, ColumnType::Decimal, u"DECIMAL"_s},
                                          {u"Open"_s, ColumnType::String, u"STRING"_s}};
        QCOMPARE(result->columns, columns);
        QCOMPARE(result->rows.size(), 3);
        using Row = QList<std::optional<QString>>;
        QVERIFY(result->rows[0] == (Row{u"4000"_s, u"12345678901234567890.10"_s, u"true"_s}));
        QVERIFY(result->rows[1] == (Row{std::nullopt, u"-1.50e3"_s, u""_s}));
        QVERIFY(result->rows[2] == (Row{u"\ufeffä\n"_s, u"0"_s, u"false"_s}));
    }

    void typesMayBeUntold()
    {
        for (const char *metadata : {"", R"("metadata": [], )", R"("metadata": "x", )", R"("metadata": ["LONG"], )",
                                     R"("metadata": [{"type": null}], )"}) {
            const auto result =
                query(Answer::json(200, QByteArray("{") + metadata + R"("columns": ["a"], "rows": []})"));
            QVERIFY(result);
            QCOMPARE(result->columns.size(), 1);
            QVERIFY(!result->columns[0].type);
            QVERIFY(result->rows.isEmpty());
        }
    }

    void queryIsRepeatedAfterAFailure()
    {
        Support::HttpServer server;
        server.expect(queryRequest, Answer::json(502, "{}"));
        server.expect(queryRequest, Answer::json(200, R"({"columns": ["a"], "rows": [["1"]]})"));
        QVERIFY(query(server));
    }

    void emptyAnswerIsAskedForAgain()
    {
        Support::HttpServer server;
        server.expect(queryRequest, Answer::json(200, {}));
        server.expect(queryRequest, Answer::json(200, R"({"columns": ["a"], "rows": [["1"]]})"));
        QVERIFY(query(server));
    }

    void wrongPlaceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("place");
        const auto add = [](const char *name, const char *body, const char *place) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(place);
        };
        add("cut off", R"({"columns": ["a"], "rows": [)", "$");
        add("array", "[]", "$");
        add("no UTF-8", "{\"columns\": [\"\xFF\"], \"rows\": []}", "$");
        add("no columns", R"({"rows": []})", "$.columns");
        add("columns without names", R"({"columns": ["a", null], "rows": []})", "$.columns[1]");
        add("no rows", R"({"columns": ["a"]})", "$.rows");
        add("row that is none", R"({"columns": ["a"], "rows": [["1"], "2"]})", "$.rows[1]");
        add("narrow row", R"({"columns": ["a", "b"], "rows": [["1"]]})", "$.rows[0]");
        add("value that is none", R"({"columns": ["a", "b"], "rows": [["1", {}]]})", "$.rows[0][1]");
    }
    void wrongPlaceIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, place);
        const auto result = query(Answer::json(200, body));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
        QCOMPARE(result.error().subject, place);
        QCOMPARE(result.error().service, Core::Service::Domo);
    }

    void deepNestingIsNoTrouble()
    {
        const QByteArray deep = R"({"columns": )" + QByteArray(1'000'000, '[');
        const auto result = query(Answer::json(200, deep));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
    }

    void refusedQueryHasDomosWords()
    {
        const auto result = query(
            Answer::json(400, R"({"status":400,"statusReason":"Bad Request","message":"no such column","toe":"T1"})"));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Rejected);
        QVERIFY(result.error().detail.contains("no such column"_L1));
        QCOMPARE(result.error().requestId, u"T1"_s);
    }

private:
    static Core::Result<Domo::QueryResult> query(const Answer &answer)
    {
        Support::HttpServer server;
        server.expect(queryRequest, answer);
        return query(server);
    }
    static Core::Result<Domo::QueryResult> query(const Support::HttpServer &server)
    {
        Support::TestService domo(server.url(), Core::Service::Domo);
        Domo::QueryDataSet job(domo.service, u"a-1"_s, u"SELECT `a \"b\"` FROM table"_s);
        if (!Support::finishes(job, domo.clock))
            return Core::fail(ErrorKind::Internal);
        return job.takeResult();
    }
};

QTEST_GUILESS_MAIN(TestQueryDataSet)
#include "tst_querydataset.moc"
