#include "writeback/steps/fetchsource.h"

#include "support/httpserver.h"
#include "support/testservice.h"
#include "writeback/sourceproof.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Core::ErrorKind;
using Sheet::ColumnType;
using Support::Answer;
using Why = MissingProof::Why;
using Kind = Finding::Kind;

namespace {

constexpr auto exportRequest = "GET /v1/datasets/a/data?includeHeader=true&fileName=export.csv";
constexpr auto countRequest = "POST /v1/datasets/query/execute/a";
constexpr auto metadataRequest = "GET /v1/datasets/a";

const QByteArray twoRows = "Account,Amount\r\ncash,100\r\nequity,1234567.89\r\n";

// With a Content-Length.
Answer framed(const QByteArray &csv)
{
    return "200 OK\nContent-Type: text/csv\n\n" + csv;
}

// Ends only when the connection does. Qt may take that for a connection that broke before the response, and repeat the
// request.
Answer unframed(const QByteArray &csv, const QByteArray &version = "HTTP/1.1")
{
    return Answer::raw(version + " 200 OK\r\nContent-Type: text/csv\r\nConnection: close\r\n\r\n" + csv).thenClosed();
}

Answer count(qint64 rows)
{
    return Answer::json(200, R"({"columns":["n"],"rows":[[)" + QByteArray::number(rows) + "]]}");
}

Answer noCount()
{
    return Answer::json(400, R"({"status":400,"message":"not queryable","toe":"T1"})");
}

Answer metadata(const QByteArray &rest)
{
    return Answer::json(200, R"({"id":"a",)" + rest + '}');
}

const QString before = u"2026-11-27T09:00:00Z"_s;
const QString after = u"2026-11-27T10:00:00Z"_s;

Answer loadedAt(const QString &time, int rows = 2)
{
    const QString rest = uR"("rows":%1,"updatedAt":"%2","schema":{"columns":[)"_s.arg(rows).arg(time);
    return metadata(rest.toUtf8() + R"({"name":"Account","type":"STRING"},{"name":"Amount","type":"DECIMAL"}]})");
}

} // namespace

class TestFetchSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Support::HttpServer>();
        m_domo = std::make_unique<Support::TestService>(m_server->url(), Core::Service::Domo);
        m_context = RunContext();
        m_context.domo = &m_domo->service;
        m_context.request.dataSet()->dataSetId = u"a"_s;
        m_context.dataSet = {.id = u"a"_s,
                             .name = u"Trial balance"_s,
                             .rows = 2,
                             .schema = {{u"Account"_s, ColumnType::String}, {u"Amount"_s, ColumnType::Decimal}}};
        shape();
    }

    void cleanup()
    {
        m_domo.reset();
        m_server.reset();
    }

    void framedBodyThatTheMetadataMatchNeedsNoCount()
    {
        m_server->expect(exportRequest, framed(twoRows));
        QVERIFY(!m_context.sourceIsAtHand);
        QVERIFY(fetch());
        QVERIFY(m_context.sourceIsAtHand);
        QCOMPARE(m_context.sourceRows, 2);
        QCOMPARE(m_context.sourceColumns, 2);
        QCOMPARE(m_context.source.rows(), 3);
        QVERIFY(m_context.source.at(2, 1).kind == Sheet::CellKind::Number);
        QVERIFY(m_context.allFindings().isEmpty());
        QCOMPARE(m_server->requests().size(), 1);
    }

    void bodyWithoutAnIndicatedEndIsCounted()
    {
        m_server->always(exportRequest, unframed(twoRows));
        m_server->expect(countRequest, count(2));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 2);
        QVERIFY(m_context.allFindings().isEmpty());
    }

    void metadataDecideIfABodyWithoutAnIndicatedEndCannotBeCounted()
    {
        m_server->always(exportRequest, unframed(twoRows));
        m_server->expect(countRequest, Answer::json(404, "{}"));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 2);
    }

    void cutWithinTheLastValueIsNeverTaken_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("HTTP/1.1") << QByteArray("HTTP/1.1") << twoRows.chopped(8);
        QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0") << twoRows.chopped(8);
        QTest::newRow("after the last value") << QByteArray("HTTP/1.1") << twoRows.chopped(2);
        QTest::newRow("within the last end of line") << QByteArray("HTTP/1.1") << twoRows.chopped(1);
        QTest::newRow("after a quote, which may be the first of two")
            << QByteArray("HTTP/1.1") << QByteArray("Account,Amount\r\ncash,100\r\nequity,\"12\"");
    }
    void cutWithinTheLastValueIsNeverTaken()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const QByteArray, csv);
        m_server->always(exportRequest, unframed(csv, version));
        m_server->always(countRequest, count(2));
        const auto result = fetch();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::IncompleteExport);
        QVERIFY(missing(result) == (MissingProof{Why::LineIsOpen, 2, {}}));
        QVERIFY(!m_context.sourceIsAtHand);
    }

    void cutAtALineIsSeenByTheCount()
    {
        m_server->always(exportRequest, unframed("Account,Amount\r\ncash,100\r\n"));
        m_server->expect(countRequest, count(2));
        m_context.dataSet.rows.reset();
        const auto result = fetch();
        QVERIFY(!result);
        QVERIFY(missing(result) == (MissingProof{Why::RowsAreMissing, 1, 2}));
        QCOMPARE(result.error().subject, u"Trial balance"_s);
        QCOMPARE(result.error().service, Core::Service::Domo);
    }

    void rowPoliciesNeedTheCount_data()
    {
        QTest::addColumn<qint64>("counted");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("all that this client may see") << qint64(2) << true;
        QTest::newRow("cut at the end of a row") << qint64(3) << false;
    }
    void rowPoliciesNeedTheCount()
    {
        QFETCH(const qint64, counted);
        QFETCH(const bool, isWhole);
        m_context.dataSet.pdpEnabled = true;
        m_context.dataSet.rows = 100;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(countRequest, count(counted));
        const auto result = fetch();
        QCOMPARE(result.has_value(), isWhole);
        if (!isWhole)
            QVERIFY(missing(result) == (MissingProof{Why::RowsAreMissing, 2, counted}));
    }

    void metadataWithoutRowsNeedTheCount()
    {
        m_context.dataSet.rows.reset();
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(countRequest, count(2));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 2);
    }

    void newerMetadataSettleWhatCannotBeCounted()
    {
        m_context.dataSet.rows = 1;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(countRequest, noCount());
        m_server->expect(metadataRequest, metadata(R"("rows":2)"));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 2);
        QVERIFY(m_context.allFindings().isEmpty());
    }

    void moreRowsAreCountedAgainAndAcceptedWithAFinding()
    {
        m_context.dataSet.rows = 1;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(countRequest, count(0));
        m_server->expect(countRequest, count(1));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 2);
        QCOMPARE(found(), QList{Kind::MoreRowsThanTold});
        QCOMPARE(m_context.allFindings().first().count, 2);
        QCOMPARE(m_context.allFindings().first().against, 1);
        QVERIFY(!m_context.allFindings().first().refuses);
    }

    void refusalKeepsTheErrorOfTheCount()
    {
        m_context.dataSet.pdpEnabled = true;
        m_context.dataSet.rows = 100;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(countRequest, noCount());
        m_server->expect(metadataRequest, metadata(R"("rows":100,"pdpEnabled":true)"));
        const auto result = fetch();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::IncompleteExport);
        QVERIFY(missing(result) == (MissingProof{Why::RowsAreFiltered, 2, 100}));
        QVERIFY(result.error().detail.contains("not queryable"_L1));
        QCOMPARE(result.error().httpStatus, 400);
        QCOMPARE(result.error().requestId, u"T1"_s);
    }

    void blankLineAtTheEndOfOneColumnIsARowWhereOneIsTold_data()
    {
        QTest::addColumn<qint64>("told");
        QTest::newRow("a row") << qint64(2);
        QTest::newRow("nothing") << qint64(1);
    }
    void blankLineAtTheEndOfOneColumnIsARowWhereOneIsTold()
    {
        QFETCH(const qint64, told);
        m_context.dataSet.schema.removeLast();
        m_context.dataSet.rows = told;
        m_context.request.dataSet()->shaping.nulls = {Sheet::NullRule::Kind::Word, u"none"_s};
        shape();
        m_server->expect(exportRequest, framed("Account\r\ncash\r\n\r\n"));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, told);
        QCOMPARE(m_context.source.rows(), 1 + int(told));
        QCOMPARE(m_context.source.columns(), 1);
        QVERIFY(told == 1 || m_context.source.at(2, 0).text == "none");
    }

    void shapedColumnsAreFetchedAndTheProofIsThatOfAllRows()
    {
        m_context.request.dataSet()->shaping = {
            .columns = {{.name = u"Amount"_s, .as = u"Net"_s, .kind = Sheet::ColumnKind::Date}}, .isChoice = true};
        shape();
        m_server->expect(exportRequest, framed(twoRows));
        QVERIFY(fetch());
        QCOMPARE(m_context.sourceRows, 2);
        QCOMPARE(m_context.sourceColumns, 1);
        QVERIFY(m_context.source.at(0, 0).text == "Net");
        QCOMPARE(m_context.notDates, 2);
    }

    void respelledNamesAreNoted()
    {
        m_server->expect(exportRequest, framed("account ,AMOUNT\r\ncash,100\r\nequity,1\r\n"));
        QVERIFY(fetch());
        QCOMPARE(found(), QList{Kind::HeaderDiffers});
        QCOMPARE(m_context.allFindings().first().count, 2);
        QCOMPARE(m_context.allFindings().first().place, u"account "_s);
        QVERIFY(!m_context.allFindings().first().refuses);
    }

    void sourceThatDidNotChangeIsReadOnce()
    {
        m_context.dataSet.updatedAt = before;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(metadataRequest, loadedAt(before));
        QVERIFY(fetch());
        QCOMPARE(verdict(Kind::ChangedWhileRead), Sheet::Verdict::Passed);
    }

    void sourceThatChangedWhileItWasReadIsReadAgain()
    {
        m_context.dataSet.updatedAt = before;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(metadataRequest, loadedAt(after, 1));
        m_server->expect(exportRequest, framed("Account,Amount\r\ncash,7\r\n"));
        m_server->expect(metadataRequest, loadedAt(after, 1));
        QVERIFY(fetch());
        QVERIFY(m_context.sourceIsAtHand);
        QCOMPARE(m_context.sourceRows, 1);
        QCOMPARE(m_context.source.rows(), 2);
        QVERIFY(m_context.source.at(1, 1).text == "7");
        QCOMPARE(m_context.dataSet.updatedAt, after);
        QCOMPARE(verdict(Kind::ChangedWhileRead), Sheet::Verdict::Passed);
        QCOMPARE(std::ranges::count(m_context.checks[StepName::FetchSource], Kind::HeaderDiffers, &Finding::kind), 1);
    }

    void sourceThatKeepsChangingIsRefusedOrNotedAsChosen_data()
    {
        QTest::addColumn<Sheet::GuardLevel>("level");
        QTest::addColumn<bool>("passes");
        QTest::newRow("stop") << Sheet::GuardLevel::Stop << false;
        QTest::newRow("warn") << Sheet::GuardLevel::Warn << true;
    }
    void sourceThatKeepsChangingIsRefusedOrNotedAsChosen()
    {
        QFETCH(Sheet::GuardLevel, level);
        m_context.request.guards.levels[Sheet::Guard::ChangedWhileRead] = level;
        m_context.dataSet.updatedAt = before;
        for (const QString &time : {after, u"2026-11-27T11:00:00Z"_s}) {
            m_server->expect(exportRequest, framed(twoRows));
            m_server->expect(metadataRequest, loadedAt(time));
        }
        const auto result = fetch();
        QTEST(result.has_value(), "passes");
        QTEST(m_context.sourceIsAtHand, "passes");
        QCOMPARE(found(), QList{Kind::ChangedWhileRead});
        QCOMPARE(m_context.allFindings().first().expected, after);
        QCOMPARE(m_context.allFindings().first().actual, u"2026-11-27T11:00:00Z"_s);
        if (!result)
            QCOMPARE(result.error().kind, ErrorKind::Guarded);
    }

    void typeThatBecameUnknownWhileItWasReadRefuses()
    {
        m_context.dataSet.updatedAt = before;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(metadataRequest,
                         metadata(R"("updatedAt":"2026-11-27T10:00:00Z","schema":{"columns":[{"name":"Account",)"
                                  R"("type":"STRING"},{"name":"Amount","type":"GEOMETRY"}]})"));
        const auto result = fetch();
        QVERIFY(!result);
        QCOMPARE(result.error().cause.as<Finding>()->kind, Kind::UnknownColumnTypes);
    }

    void changeIsNotLookedForWhereNothingIsKnownOrTheGuardIsOff()
    {
        m_server->always(exportRequest, framed(twoRows));
        QVERIFY(fetch());
        QCOMPARE(verdict(Kind::ChangedWhileRead), Sheet::Verdict::NotMade);
        m_context.dataSet.updatedAt = before;
        m_context.request.guards.levels[Sheet::Guard::ChangedWhileRead] = Sheet::GuardLevel::Off;
        QVERIFY(fetch());
        QCOMPARE(verdict(Kind::ChangedWhileRead), Sheet::Verdict::Off);
    }

    void unansweredLookForAChangeIsNoPass()
    {
        m_context.dataSet.updatedAt = before;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(metadataRequest, Answer::json(404, "{}"));
        QVERIFY(fetch());
        QCOMPARE(verdict(Kind::ChangedWhileRead), Sheet::Verdict::NotMade);
    }

    void errorOfTheExportIsTheResult()
    {
        m_server->expect(exportRequest, Answer::json(403, "{}"));
        const auto result = fetch();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NoAccess);
    }

    void progressHasNoTotalUnderRowPolicies()
    {
        m_context.dataSet.pdpEnabled = true;
        m_context.dataSet.rows = 100;
        m_server->expect(exportRequest, framed(twoRows));
        m_server->expect(countRequest, count(2));
        FetchSource step(m_context);
        const QSignalSpy progress(&step, &Step::progressChanged);
        QVERIFY(Support::finishes(step, m_domo->clock));
        QVERIFY(!progress.isEmpty());
        QCOMPARE(progress.last().at(1).toLongLong(), 0);
    }

    void stepCanBeCancelledWhileItCounts()
    {
        m_server->always(exportRequest, unframed(twoRows));
        m_server->expect(countRequest, Answer::hang());
        FetchSource step(m_context);
        const QSignalSpy finished(&step, &Net::Job::finished);
        step.start();
        QTRY_COMPARE(m_server->lastRequest().verb, "POST");
        step.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(step.result().error().kind, ErrorKind::Cancelled);
    }

private:
    void shape()
    {
        m_context.shaped = Domo::shaped(m_context.dataSet.schema, m_context.request.dataSet()->shaping)
                               .value_or(Domo::ShapedColumns());
    }

    Core::Result<void> fetch()
    {
        FetchSource step(m_context);
        if (!Support::finishes(step, m_domo->clock))
            return Core::fail(ErrorKind::Internal, u"does not finish"_s);
        return step.result();
    }

    [[nodiscard]] static MissingProof missing(const Core::Result<void> &result)
    {
        const auto *missing = result ? nullptr : result.error().cause.as<MissingProof>();
        return missing ? *missing : MissingProof{.received = -1};
    }

    [[nodiscard]] std::optional<Sheet::Verdict> verdict(Kind kind)
    {
        const QList<Finding> &checks = m_context.checks[StepName::FetchSource];
        const auto found = std::ranges::find(checks, kind, &Finding::kind);
        return found == checks.end() ? std::nullopt : std::optional(found->verdict);
    }

    [[nodiscard]] QList<Kind> found() const
    {
        QList<Kind> kinds;
        for (const Finding &finding : m_context.allFindings())
            kinds.append(finding.kind);
        return kinds;
    }

    std::unique_ptr<Support::HttpServer> m_server;
    std::unique_ptr<Support::TestService> m_domo;
    RunContext m_context;
};

QTEST_GUILESS_MAIN(TestFetchSource)
#include "tst_fetchsource.moc"
