#include "writeback/runreport.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::Finding;
using Writeback::State;
using Writeback::StepName;
using Writeback::StepTime;

class TestRunReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runThatNeitherWroteNorComparedTellsNothingOfTheSheet()
    {
        QList<State> silent;
        for (int state = 0; state <= int(Writeback::lastState); ++state) {
            if (!Writeback::tellsOfSheet(State(state)))
                silent.append(State(state));
        }
        QCOMPARE(silent, (QList{State::Refused, State::Failed, State::Cancelled}));
    }

    void everyStepHasItsName()
    {
        for (int step = 0; step <= int(Writeback::lastStepName); ++step)
            QCOMPARE(Writeback::stepName(Writeback::name(StepName(step))), StepName(step));
        QVERIFY(!Writeback::stepName(QStringLiteral("later")));
    }

    void differencesAreKnownOnceTheLastReadingIsCompared_data()
    {
        QTest::addColumn<QList<StepTime>>("steps");
        QTest::addColumn<bool>("isCompared");
        const StepTime inspect{.step = StepName::Inspect};
        const StepTime read{.step = StepName::ReadTarget};
        const StepTime compose{.step = StepName::Compose};
        const StepTime composeBadly{.step = StepName::Compose, .well = false};
        const StepTime review{.step = StepName::Review, .well = false};
        QTest::newRow("no step") << QList<StepTime>() << false;
        QTest::newRow("read") << QList{inspect, read} << false;
        QTest::newRow("compared") << QList{inspect, read, compose} << true;
        QTest::newRow("compared, then refused") << QList{inspect, read, compose, review} << true;
        QTest::newRow("not compared to the end") << QList{inspect, read, composeBadly} << false;
        QTest::newRow("the sheet has changed") << QList{read, compose, inspect} << false;
        QTest::newRow("compared again") << QList{compose, inspect, read, compose} << true;
    }
    void differencesAreKnownOnceTheLastReadingIsCompared()
    {
        QFETCH(const QList<StepTime>, steps);
        Writeback::RunReport report;
        report.steps = steps;
        QTEST(report.isCompared(), "isCompared");
    }

    void lossIsWhatWritingTakesFromTheSheet()
    {
        QList<Finding::Kind> losses;
        for (int kind = 0; kind <= int(Finding::lastKind); ++kind) {
            if (Writeback::isLoss(Finding::Kind(kind)))
                losses.append(Finding::Kind(kind));
        }
        QCOMPARE(losses,
                 (QList{Finding::Kind::FormulasOverwritten, Finding::Kind::EmptySource,
                        Finding::Kind::ClearsMoreThanItWrites, Finding::Kind::CellsEdited}));
    }

    void decisionIsNeededWhereACheckStopsOrFormulasAreLost()
    {
        QVERIFY(Writeback::needsDecision({.kind = Finding::Kind::RowsFiltered, .verdict = Sheet::Verdict::Stop}));
        QVERIFY(!Writeback::needsDecision({.kind = Finding::Kind::EmptySource, .verdict = Sheet::Verdict::Accepted}));
        QVERIFY(!Writeback::needsDecision({.kind = Finding::Kind::EmptySource, .verdict = Sheet::Verdict::Warn}));
        QVERIFY(Writeback::needsDecision({.kind = Finding::Kind::FormulasOverwritten}));
        QVERIFY(Writeback::needsDecision({.kind = Finding::Kind::CellsEdited}));
        QVERIFY(!Writeback::needsDecision({.kind = Finding::Kind::CellsEdited, .verdict = Sheet::Verdict::Accepted}));
    }

    void whatStopsAndIsAChoiceCanBeAccepted()
    {
        using Sheet::Verdict;
        const auto guardOf = [](Finding::Kind kind, Verdict verdict) {
            return Writeback::acceptableGuard({.kind = kind, .verdict = verdict});
        };
        QCOMPARE(guardOf(Finding::Kind::RowsFell, Verdict::Stop), Sheet::Guard::RowsFell);
        QVERIFY(!guardOf(Finding::Kind::RowsFell, Verdict::Warn));
        QVERIFY(!guardOf(Finding::Kind::SheetLocked, Verdict::Stop)); // a fact
        QVERIFY(!guardOf(Finding::Kind::NumberTooPrecise, Verdict::Stop)); // the sheet would not hold the data
    }

    void recordsAreRuledAgainByWhatIsAccepted_data()
    {
        QTest::addColumn<Sheet::Guard>("guard");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("accepted") << Sheet::Guard::RowsFell << 0 << true;
        QTest::newRow("has expired") << Sheet::Guard::RowsFell << -1 << false;
        QTest::newRow("another check") << Sheet::Guard::TotalMoved << 0 << false;
    }
    void recordsAreRuledAgainByWhatIsAccepted()
    {
        QFETCH(Sheet::Guard, guard);
        QFETCH(int, days);
        QFETCH(bool, isAccepted);
        const QDate today(2026, 6, 1);
        const Finding stop{.kind = Finding::Kind::RowsFell, .count = 7, .verdict = Sheet::Verdict::Stop};
        const Finding warning{.kind = Finding::Kind::TotalMoved, .verdict = Sheet::Verdict::Warn};
        QList<Finding> records{stop, warning};
        Writeback::ruleAgain(records, {{guard, u"sold"_s, today.addDays(days)}}, today);
        Finding accepted = stop;
        accepted.verdict = Sheet::Verdict::Accepted;
        accepted.reason = u"sold"_s;
        accepted.until = today;
        QCOMPARE(records, (QList<Finding>{isAccepted ? accepted : stop, warning}));
    }

    void checkIsNamedAsOptionsHaveIt()
    {
        QCOMPARE(Writeback::guardName(Finding::Kind::ClearsMoreThanItWrites), u"clears-more-than-it-writes"_s);
        QCOMPARE(Writeback::guardOf(Finding::Kind::EmptySource), Sheet::Guard::EmptySource);
        QVERIFY(!Writeback::guardOf(Finding::Kind::Overflow));
    }
};

QTEST_GUILESS_MAIN(TestRunReport)
#include "tst_runreport.moc"
