#include "writeback/steps/review.h"

#include "support/testgrid.h"
#include "writeback/stepstage.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace Writeback;
using Kind = Finding::Kind;
using Support::gridOf;
using Support::number;
using Support::text;

// Whether a run may write what it has composed, and who decides.
class TestReview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_stage = std::make_unique<Support::StepStage>();
        run().request.region = *Sheet::Region::parse(u"A1:B2"_s);
        run().sourceRows = 1;
        m_stage->server.always("GET /spreadsheets/p/sheets/s/values/A1?$valuestyle=calculated&$maxcellsperpage=50000",
                               Support::Answer::json(200, R"({"data":[{"range":"A1","values":[[2]]}]})"));
        compare(gridOf({{text("Old"), number("1")}}), gridOf({{text("New"), number("1")}}));
    }

    void harmlessChangesPass()
    {
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QVERIFY(m_step->result());
        QVERIFY(run().allFindings().isEmpty());
    }

    void findingThatRefusesEndsTheRun()
    {
        run().fit = Sheet::fit(*Sheet::Region::parse(u"A1"_s), 1, 2);
        run().request.prompt = Prompt::Always; // nobody is asked what cannot be
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Overflow);
        QVERIFY(has(Kind::Overflow));
        QCOMPARE(m_asked->size(), 0);
    }

    void earlierStepsFindingsStay()
    {
        run().checks[StepName::Settle] = {{.kind = Kind::EarlierWriteUnsettled}};
        run().checks[StepName::FetchSource] = {{.kind = Kind::HeaderDiffers}};
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QCOMPARE(run().allFindings(),
                 (QList<Finding>{{.kind = Kind::EarlierWriteUnsettled}, {.kind = Kind::HeaderDiffers}}));
    }

    void findingsOfAnEarlierReviewGo()
    {
        compare(formula(), gridOf({{text("New")}}));
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QVERIFY(has(Kind::FormulasOverwritten));
        compare(gridOf({{text("Old")}}), gridOf({{text("New")}}));
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QVERIFY(!has(Kind::FormulasOverwritten));
    }

    void personIsAskedWhereTheRequestWantsIt_data()
    {
        QTest::addColumn<Prompt>("prompt");
        QTest::addColumn<bool>("loses");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("never, a loss") << Prompt::Never << true << false;
        QTest::newRow("before a loss, a loss") << Prompt::BeforeLoss << true << true;
        QTest::newRow("before a loss, none") << Prompt::BeforeLoss << false << false;
        QTest::newRow("always, none") << Prompt::Always << false << true;
    }
    void personIsAskedWhereTheRequestWantsIt()
    {
        QFETCH(Prompt, prompt);
        QFETCH(bool, loses);
        run().request.prompt = prompt;
        if (loses)
            compare(formula(), gridOf({{text("New")}}));
        begin();
        QTRY_VERIFY(m_step->isFinished() || !m_asked->isEmpty());
        QTEST(!m_asked->isEmpty(), "isAsked");
    }

    void formulaIsComparedWithItsValueBeforeItIsReplaced()
    {
        compare(formula(), gridOf({{number("2")}}));
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QVERIFY(has(Kind::EqualFormulas));
        compare(formula(), gridOf({{number("3")}}));
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QVERIFY(!has(Kind::EqualFormulas));
    }

    void sheetIsReadForItsGuardsBeforeAnybodyIsAsked()
    {
        const QByteArray cells = "GET /content/tables/t/cells?startRow=0&stopRow=0&startColumn=0&stopColumn=0"
                                 "&$maxcellsperpage=20000"_ba;
        m_stage->server.expect(cells, Support::Answer::json(200, R"({"revision":"1","data":[{"cells":[
            {"locked":true}]}]})"));
        run().sheet.tableId = u"t"_s;
        run().request.guards.levels[Sheet::Guard::LockedCells] = Sheet::GuardLevel::Stop;
        run().request.prompt = Prompt::BeforeLoss;
        begin();
        QTRY_COMPARE(m_asked->size(), 1);
        QVERIFY(has(Kind::LockedCells));

        m_stage->server.expect(cells, Support::Answer::hang());
        begin();
        QTRY_COMPARE(m_stage->server.requests().size(), 2);
        m_step->stop();
        QTRY_VERIFY(m_step->isFinished());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Cancelled);
    }

    void stopThatAPersonMayDecideIsAskedAbout()
    {
        run().checks[StepName::FetchSource] = {{.kind = Kind::HeaderDiffers, .verdict = Sheet::Verdict::Stop}};
        run().request.prompt = Prompt::BeforeLoss;
        begin();
        QTRY_VERIFY(m_step->isFinished() || !m_asked->isEmpty());
        QCOMPARE(m_asked->size(), 1);
    }

    void nobodyIsAskedForNothing_data()
    {
        QTest::addColumn<bool>("dryRun");
        QTest::newRow("a dry run writes nothing") << true;
        QTest::newRow("there is nothing to write") << false;
    }
    void nobodyIsAskedForNothing()
    {
        QFETCH(bool, dryRun);
        run().request.prompt = Prompt::Always;
        run().request.dryRun = dryRun;
        if (!dryRun)
            compare(gridOf({{text("Same")}}), gridOf({{text("Same")}}));
        begin();
        QTRY_VERIFY(m_step->isFinished());
        QVERIFY(m_step->result());
        QCOMPARE(m_asked->size(), 0);
    }

    void answerHoldsAsLongAsTheSheetIsAsItWasShown_data()
    {
        QTest::addColumn<bool>("existingChanged");
        QTest::newRow("the same cells") << false;
        QTest::newRow("other cells") << true;
    }
    void answerHoldsAsLongAsTheSheetIsAsItWasShown()
    {
        QFETCH(bool, existingChanged);
        run().request.prompt = Prompt::Always;
        run().isReviewed = true;
        run().rechecks = 1;
        run().existingChanged = existingChanged;
        begin();
        QTRY_VERIFY(m_step->isFinished() || !m_asked->isEmpty());
        QTEST(!m_asked->isEmpty(), "existingChanged");
    }

    void answerDecides_data()
    {
        QTest::addColumn<bool>("write");
        QTest::newRow("write") << true;
        QTest::newRow("do not") << false;
    }
    void answerDecides()
    {
        QFETCH(bool, write);
        run().request.prompt = Prompt::Always;
        begin();
        QTRY_COMPARE(m_asked->size(), 1);
        QVERIFY(!m_step->isFinished());
        m_step->answer({.writes = write});
        QTRY_VERIFY(m_step->isFinished());
        QTEST(m_step->result().has_value(), "write");
        if (!write)
            QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Declined);
    }

    void acceptanceIsInTheRecordsOfTheRunThatGoesOn()
    {
        run().today = QDate(2026, 6, 1);
        run().checks[StepName::FetchSource] = {{.kind = Kind::HeaderDiffers, .verdict = Sheet::Verdict::Stop},
                                               {.kind = Kind::RowsFiltered, .verdict = Sheet::Verdict::Stop}};
        run().request.prompt = Prompt::BeforeLoss;
        const Sheet::Acceptance acceptance{Sheet::Guard::HeaderDiffers, u"renamed in Domo"_s, QDate(2026, 6, 30)};
        begin();
        QTRY_COMPARE(m_asked->size(), 1);
        m_step->answer({.writes = true, .accept = {acceptance}});
        QTRY_VERIFY(m_step->isFinished());
        QVERIFY(m_step->result());
        const QList<Finding> records = run().allFindings();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].verdict, Sheet::Verdict::Accepted);
        QCOMPARE(records[0].reason, acceptance.reason);
        QCOMPARE(records[0].until, acceptance.until);
        QCOMPARE(records[1].verdict, Sheet::Verdict::Stop); // the person wrote in spite of it
        QCOMPARE(run().request.guards.accepted, QList{acceptance}); // for checks that are made again
    }

private:
    [[nodiscard]] RunContext &run() const { return m_stage->context; }

    [[nodiscard]] static Sheet::Grid formula() { return gridOf({{Sheet::Cell{Sheet::CellKind::Formula, "=1+1"}}}); }

    void compare(Sheet::Grid existing, Sheet::Grid desired)
    {
        run().existing = std::move(existing);
        run().desired = std::move(desired);
        run().fit = Sheet::fit(run().request.region, run().desired.rows(), run().desired.columns());
        run().diff = Sheet::diff(run().existing, run().desired);
    }

    void begin()
    {
        m_step = std::make_unique<Review>(run());
        m_asked = std::make_unique<QSignalSpy>(m_step.get(), &Review::answerNeeded);
        m_step->start();
    }

    [[nodiscard]] bool has(Kind kind) const
    {
        const QList<Finding> all = run().allFindings();
        return std::ranges::any_of(all, [kind](const Finding &finding) { return finding.kind == kind; });
    }

    std::unique_ptr<Support::StepStage> m_stage;
    std::unique_ptr<Review> m_step;
    std::unique_ptr<QSignalSpy> m_asked;
};

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
