#include "domo/queryfaults.h"
#include "support/httpserver.h"
#include "support/testservice.h"
#include "writeback/sourceproof.h"
#include "writeback/steps/fetchsource.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Core::ErrorKind;
using Sheet::Verdict;
using Support::Answer;
using Why = MissingProof::Why;
using Kind = Finding::Kind;

namespace {

const QString sql = u"SELECT Account, SUM(Amount) AS Net FROM table WHERE Entity = '{{entity}}' GROUP BY Account"_s;
const QByteArray filledSql = "SELECT Account, SUM(Amount) AS Net FROM table WHERE Entity = 'E1' GROUP BY Account";
const QByteArray queryRequest = "POST /v1/datasets/query/execute/a\n\n{\"sql\":\"" + filledSql + "\"}";
const QByteArray countRequest =
    "POST /v1/datasets/query/execute/a\n\n{\"sql\":\"SELECT COUNT(*) FROM (" + filledSql + ") AS counted\"}";
constexpr auto metadataRequest = "GET /v1/datasets/a";

const QString before = u"2026-11-27T09:00:00Z"_s;
const QString after = u"2026-11-27T10:00:00Z"_s;

Answer result(const QByteArray &rows, const QByteArray &rest)
{
    return Answer::json(200, R"({"columns":["Account","Net"],"rows":[)" + rows + "]," + rest + '}');
}

const QByteArray types = R"("metadata":[{"type":"STRING"},{"type":"DECIMAL"}])";

Answer twoRows()
{
    return result(R"(["cash",100.50],["equity",null])", types + R"(,"numRows":2)");
}

Answer count(qint64 rows)
{
    return Answer::json(200, R"({"columns":["n"],"rows":[[)" + QByteArray::number(rows) + "]]}");
}

Answer rejected(const QByteArray &message)
{
    return Answer::json(400, R"({"status":400,"message":")" + message + R"(","toe":"T1"})");
}

Answer loadedAt(const QString &time)
{
    return Answer::json(200, uR"({"id":"a","rows":50,"updatedAt":"%1"})"_s.arg(time).toUtf8());
}

} // namespace

class TestFetchSourceQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Support::HttpServer>();
        m_domo = std::make_unique<Support::TestService>(m_server->url(), Core::Service::Domo);
        m_context = RunContext();
        m_context.domo = &m_domo->service;
        source().dataSetId = u"a"_s;
        source().query = {.sql = sql, .parameters = {{u"entity"_s, u"E1"_s}}};
        // What the metadata tell of the DataSet says nothing of the result.
        m_context.dataSet = {
            .id = u"a"_s, .name = u"Trial balance"_s, .rows = 50, .schema = {{u"Entity"_s, Sheet::ColumnType::String}}};
    }

    void cleanup()
    {
        m_domo.reset();
        m_server.reset();
    }

    void replyMakesTheColumnsAndTheCountProvesTheRows()
    {
        m_server->expect(queryRequest, twoRows());
        m_server->expect(countRequest, count(2));
        QVERIFY(fetch());
        QVERIFY(m_context.sourceIsAtHand);
        QCOMPARE(m_context.sourceRows, 2);
        QCOMPARE(m_context.sourceColumns, 2);
        QCOMPARE(m_context.shaped.columns.size(), 2);
        QCOMPARE(m_context.shaped.columns[1].name, u"Net"_s);
        QVERIFY(m_context.source.at(1, 1).kind == Sheet::CellKind::Number);
        QVERIFY(m_context.source.at(1, 1).text == "100.50");
        QVERIFY(m_context.source.at(2, 1).kind == Sheet::CellKind::Empty);
        QVERIFY(m_context.allFindings().isEmpty());
        QCOMPARE(check(Kind::RowsMiscounted).verdict, Verdict::Passed);
        QCOMPARE(check(Kind::RowsMiscounted).count, 2);
        QCOMPARE(check(Kind::RowsMiscounted).against, 2);
        QCOMPARE(check(Kind::UnknownColumnTypes).verdict, Verdict::Passed);
        QCOMPARE(check(Kind::LongNumbersQueried).verdict, Verdict::Passed);
    }

    void emptyResultIsProvedLikeAnyOther()
    {
        m_server->expect(queryRequest, result({}, types + R"(,"numRows":0)"));
        m_server->expect(countRequest, count(0));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 0);
        QCOMPARE(m_context.source.rows(), 1);
    }

    void replysOwnNumberDecidesIfDomoDoesNotCount()
    {
        m_server->expect(queryRequest, twoRows());
        m_server->expect(countRequest, rejected("subqueries are not supported"));
        QVERIFY(fetch());
        QVERIFY(m_context.allFindings().isEmpty());
        QCOMPARE(check(Kind::RowsMiscounted).verdict, Verdict::NotMade);
        QCOMPARE(check(Kind::RowsMiscounted).unread, std::optional(Finding::Unread::NotCounted));
    }

    void rowsThatAreNotProvedAreRefused_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QList<qint64>>("counts"); // none: Domo rejects it
        QTest::addColumn<MissingProof>("missing");
        const QByteArray whole = types + R"(,"numRows":2)";
        QTest::newRow("reply says more") << types + R"(,"numRows":3)" << QList<qint64>{2}
                                         << MissingProof{Why::QueryRowsDiffer, 2, 3};
        QTest::newRow("reply says fewer")
            << types + R"(,"numRows":1)" << QList<qint64>{} << MissingProof{Why::QueryRowsDiffer, 2, 1};
        QTest::newRow("Domo counts more, twice")
            << whole << QList<qint64>{3, 4} << MissingProof{Why::QueryRowsDiffer, 2, 4};
        QTest::newRow("Domo counts fewer, twice")
            << whole << QList<qint64>{1, 1} << MissingProof{Why::QueryRowsDiffer, 2, 1};
        QTest::newRow("nobody says") << types << QList<qint64>{} << MissingProof{Why::RowsAreUntold, 2, {}};
    }
    void rowsThatAreNotProvedAreRefused()
    {
        QFETCH(const QByteArray, rest);
        QFETCH(const QList<qint64>, counts);
        QFETCH(const MissingProof, missing);
        m_server->expect(queryRequest, result(R"(["cash",100.50],["equity",null])", rest));
        for (const qint64 rows : counts)
            m_server->expect(countRequest, count(rows));
        if (counts.isEmpty())
            m_server->expect(countRequest, rejected("no"));
        const auto refused = fetch();
        QVERIFY(!refused);
        QVERIFY(!m_context.sourceIsAtHand);
        QCOMPARE(refused.error().kind, ErrorKind::IncompleteExport);
        QCOMPARE(refused.error().subject, u"Trial balance"_s);
        const auto *cause = refused.error().cause.as<MissingProof>();
        QVERIFY(cause && *cause == missing);
        const bool isCounted = missing.why == Why::QueryRowsDiffer;
        QCOMPARE(std::ranges::count(m_context.allFindings(), Kind::RowsMiscounted, &Finding::kind), isCounted ? 1 : 0);
    }

    void countThatFitsTheSecondTimeIsAProof()
    {
        m_server->expect(queryRequest, twoRows());
        m_server->expect(countRequest, count(1));
        m_server->expect(countRequest, count(2));
        QVERIFY(fetch());
        QCOMPARE(check(Kind::RowsMiscounted).verdict, Verdict::Passed);
    }

    void asManyRowsAsDomoReturnsMayBeCutOff()
    {
        QByteArray rows = QByteArray("[\"\",1],").repeated(Domo::maxQueryRows);
        rows.chop(1);
        m_server->expect(queryRequest, result(rows, types + R"(,"numRows":1000000)"));
        m_server->expect(countRequest, count(Domo::maxQueryRows));
        const auto refused = fetch();
        QVERIFY(!refused);
        const auto *cause = refused.error().cause.as<MissingProof>();
        QVERIFY(cause && *cause == (MissingProof{Why::QueryIsAtLimit, Domo::maxQueryRows, Domo::maxQueryRows}));
    }

    void longNumbersAreNoted()
    {
        m_server->expect(queryRequest,
                         result(R"(["cash",0.30000000000000004],["b",123456789.123456])", types + R"(,"numRows":2)"));
        m_server->expect(countRequest, count(2));
        QVERIFY(fetch());
        const QList<Finding> findings = m_context.allFindings();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].kind, Kind::LongNumbersQueried);
        QCOMPARE(findings[0].count, 2);
        QCOMPARE(findings[0].place, u"Net"_s);
        QVERIFY(!findings[0].refuses);
    }

    void columnOfUnknownTypeIsRefusedUnlessAPersonTypesIt_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("not reported") << QByteArray(R"("numRows":2)");
        QTest::newRow("unknown") << QByteArray(R"("metadata":[{"type":"STRING"},{"type":"GEOMETRY"}],"numRows":2)");
    }
    void columnOfUnknownTypeIsRefusedUnlessAPersonTypesIt()
    {
        QFETCH(const QByteArray, rest);
        m_server->always(queryRequest, result(R"(["cash",100.50],["equity",null])", rest));
        m_server->always(countRequest, count(2));
        const auto refused = fetch();
        QVERIFY(!refused);
        const auto *found = refused.error().cause.as<Finding>();
        QVERIFY(found && found->kind == Kind::UnknownColumnTypes);
        QVERIFY(found->place.contains(u"Net"_s));
        source().shaping.columns = {{.name = u"Account"_s, .kind = Sheet::ColumnKind::Text},
                                    {.name = u"Net"_s, .kind = Sheet::ColumnKind::Number}};
        QVERIFY(fetch());
        QVERIFY(m_context.source.at(1, 1).kind == Sheet::CellKind::Number);
    }

    void columnsAreShapedByTheirNamesInTheResult()
    {
        source().shaping = {.columns = {{.name = u"Net"_s, .as = u"Balance"_s}}, .isChoice = true};
        m_server->always(queryRequest, twoRows());
        m_server->always(countRequest, count(2));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceColumns, 1);
        QVERIFY(m_context.source.at(0, 0).text == "Balance");
        QCOMPARE(check(Kind::ColumnsNotChosen).count, 1);
        source().shaping.columns[0].name = u"Amount"_s; // of the DataSet, and not of the result
        const auto refused = fetch();
        QVERIFY(!refused);
        QVERIFY(refused.error().cause.as<Sheet::ShapingFault>());
    }

    void rejectedSqlEndsTheRunWithDomosWords()
    {
        m_server->expect(queryRequest, rejected("no such column: Entity"));
        m_server->always(countRequest, Answer::hang());
        const auto refused = fetch();
        QVERIFY(!refused);
        const auto *cause = refused.error().cause.as<Domo::QueryRejected>();
        QVERIFY(cause);
        QCOMPARE(cause->message, u"no such column: Entity"_s);
    }

    void rowOfAnotherWidthIsAnErrorWithItsPlace()
    {
        m_server->expect(queryRequest, result(R"(["cash",1],["equity"])", types + R"(,"numRows":2)"));
        m_server->expect(countRequest, count(2));
        const auto refused = fetch();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::BadReply);
        QCOMPARE(refused.error().service, Core::Service::Domo);
        QCOMPARE(refused.error().subject, u"$.rows[1]"_s);
    }

    void sqlThatCannotBeFilledIsNotSent()
    {
        source().query.parameters.clear();
        const auto refused = fetch();
        QVERIFY(!refused);
        QVERIFY(refused.error().cause.as<Sheet::RowQueryFault>());
        QVERIFY(m_server->requests().isEmpty());
    }

    void dataSetThatChangedWhileItWasQueriedIsQueriedAgain()
    {
        m_context.dataSet.updatedAt = before;
        m_server->expect(queryRequest, twoRows());
        m_server->expect(queryRequest, result(R"(["cash",7])", types + R"(,"numRows":1)"));
        m_server->expect(countRequest, count(2));
        m_server->expect(countRequest, count(1));
        m_server->expect(metadataRequest, loadedAt(after));
        m_server->expect(metadataRequest, loadedAt(after));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 1);
        QVERIFY(m_context.source.at(1, 1).text == "7");
        QCOMPARE(m_context.shaped.columns.size(), 2);
        QCOMPARE(check(Kind::ChangedWhileRead).verdict, Verdict::Passed);
        QCOMPARE(std::ranges::count(m_context.checks[StepName::FetchSource], Kind::RowsMiscounted, &Finding::kind), 1);
    }

    void stepCanBeCancelledWhileDomoWorks()
    {
        m_server->expect(queryRequest, Answer::hang());
        m_server->expect(countRequest, Answer::hang());
        FetchSource step(m_context);
        const QSignalSpy finished(&step, &Net::Job::finished);
        step.start();
        QTRY_COMPARE(m_server->requests().size(), 2);
        step.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(step.result().error().kind, ErrorKind::Cancelled);
    }

private:
    [[nodiscard]] DataSetSource &source() { return *m_context.request.dataSet(); }

    Core::Result<void> fetch()
    {
        FetchSource step(m_context);
        if (!Support::finishes(step, m_domo->clock))
            return Core::fail(ErrorKind::Internal, u"does not finish"_s);
        return step.result();
    }

    // The only record of this kind.
    [[nodiscard]] Finding check(Kind kind)
    {
        const QList<Finding> &checks = m_context.checks[StepName::FetchSource];
        const auto found = std::ranges::find(checks, kind, &Finding::kind);
        return found == checks.end() ? Finding{.count = -1} : *found;
    }

    std::unique_ptr<Support::HttpServer> m_server;
    std::unique_ptr<Support::TestService> m_domo;
    RunContext m_context;
};

QTEST_GUILESS_MAIN(TestFetchSourceQuery)
#include "tst_fetchsource_query.moc"
