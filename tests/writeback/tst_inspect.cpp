#include "writeback/steps/inspect.h"

#include "writeback/stepstage.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Kind = Finding::Kind;
using Support::Answer;

// What is to be known of source and target before anything of them is read.
class TestInspect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_stage = std::make_unique<Support::StepStage>();
        m_domo = std::make_unique<Support::TestService>(m_stage->server.url(), Core::Service::Domo);
        run().domo = &m_domo->service;
        run().request.dataSet()->dataSetId = u"a"_s;
    }

    void sourceAndTargetAreLookedAt()
    {
        m_stage->server.expect(
            "GET /v1/datasets/a",
            Answer::json(200, R"({"id":"a","rows":7,"schema":{"columns":[{"name":"Unit","type":"STRING"}]}})"));
        answer("null");
        QVERIFY(inspect());
        QVERIFY(m_step->result());
        QCOMPARE(run().dataSet.rows, std::optional<qint64>(7));
        QCOMPARE(run().shaped.columns.size(), 1);
        QCOMPARE(run().spreadsheet.name, u"Filing"_s);
        QCOMPARE(run().sheet.name, u"Notes"_s);
        QVERIFY(run().allFindings().isEmpty());
    }

    void columnsAreShaped()
    {
        run().request.dataSet()->shaping = {.columns = {{.name = u"Heads"_s}, {.name = u"Unit"_s, .as = u"Team"_s}},
                                            .isChoice = true};
        answerColumns();
        QVERIFY(inspect());
        QVERIFY(m_step->result());
        QCOMPARE(run().shaped.columns.size(), 2);
        QCOMPARE(run().columnName(1), u"Team"_s);
    }

    void columnsThatCannotBeShapedEndTheRun_data()
    {
        QTest::addColumn<Sheet::Shaping>("shaping");
        QTest::newRow("not there") << Sheet::Shaping{.columns = {{.name = u"Debit"_s}}, .isChoice = true};
        QTest::newRow("twice") << Sheet::Shaping{.columns = {{.name = u"Unit"_s}, {.name = u"Unit"_s}}};
        QTest::newRow("old values of no rows") << Sheet::Shaping{.nulls = {Sheet::NullRule::Kind::Keep}};
    }
    void columnsThatCannotBeShapedEndTheRun()
    {
        QFETCH(const Sheet::Shaping, shaping);
        run().request.dataSet()->shaping = shaping;
        answerColumns();
        QVERIFY(inspect());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::InvalidInput);
        QVERIFY(m_step->result().error().cause.as<Sheet::ShapingFault>());
    }

    void columnsOfAQueryAreNotThoseOfTheDataSet()
    {
        run().request.dataSet()->query = {.sql = u"SELECT SUM(Heads) AS Total FROM table"_s};
        run().request.dataSet()->shaping = {.columns = {{.name = u"Total"_s}}, .isChoice = true};
        answerColumns();
        QVERIFY(inspect());
        QVERIFY(m_step->result());
        QVERIFY(run().shaped.columns.isEmpty());
        QCOMPARE(std::ranges::count(run().checks[StepName::Inspect], Kind::UnknownColumnTypes, &Finding::kind), 0);
        QVERIFY(!run().expectedSize());
    }

    void sourceAtHandIsNotAskedFor() // the server fails the test on what it does not expect
    {
        run().sourceIsAtHand = true;
        run().shaped = Domo::shaped({{u"Unit"_s, Sheet::ColumnType::String}}, {}).value();
        answer("null");
        QVERIFY(inspect());
        QVERIFY(m_step->result());
        QCOMPARE(run().sheet.name, u"Notes"_s);
    }

    void findingThatRefusesEndsTheRun()
    {
        store();
        answer(R"("lock")");
        QVERIFY(inspect());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Locked);
        QCOMPARE(run().allFindings().size(), 1);
        QVERIFY(run().allFindings().first().kind == Kind::SheetLocked);
    }

    void sheetThatIsLookedAtAgainIsJudgedAnew()
    {
        store();
        run().checks[StepName::Settle] = {{.kind = Kind::EarlierWriteUnsettled}};
        answer(R"("inputMode")");
        QVERIFY(inspect());
        QCOMPARE(run().allFindings(),
                 (QList<Finding>{{.kind = Kind::EarlierWriteUnsettled}, {.kind = Kind::InputMode}}));
        run().checks[StepName::Review] = {{.kind = Kind::FormulasOverwritten}};
        answer("null");
        QVERIFY(inspect());
        QCOMPARE(run().allFindings(), QList<Finding>{{.kind = Kind::EarlierWriteUnsettled}});
    }

    void errorOfAServiceEndsTheRun()
    {
        store();
        m_stage->server.always("GET /spreadsheets/p", Answer::json(404, "{}"));
        m_stage->server.always("GET /spreadsheets/p/sheets/s", Answer::json(404, "{}"));
        QVERIFY(inspect());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::NotFound);
    }

private:
    [[nodiscard]] RunContext &run() const { return m_stage->context; }

    // The source is a grid at hand.
    void store()
    {
        run().request.source = StoredGrid{std::make_shared<Sheet::Grid>()};
        run().sourceIsAtHand = true;
    }

    void answerColumns()
    {
        m_stage->server.expect("GET /v1/datasets/a", Answer::json(200, R"({"id":"a","rows":7,"schema":{"columns":[
            {"name":"Unit","type":"STRING"},{"name":"Heads","type":"LONG"}]}})"));
        answer("null");
    }

    void answer(const QByteArray &lock)
    {
        m_stage->server.expect("GET /spreadsheets/p", Answer::json(200, R"({"id":"p","name":"Filing"})"));
        m_stage->server.expect("GET /spreadsheets/p/sheets/s",
                               Answer::json(200, R"({"id":"s","name":"Notes","lock":)" + lock + '}'));
    }

    [[nodiscard]] bool inspect()
    {
        m_step = std::make_unique<Inspect>(run());
        return Support::finishes(*m_step, m_stage->service.clock);
    }

    std::unique_ptr<Support::StepStage> m_stage;
    std::unique_ptr<Support::TestService> m_domo;
    std::unique_ptr<Inspect> m_step;
};

QTEST_GUILESS_MAIN(TestInspect)
#include "tst_inspect.moc"
