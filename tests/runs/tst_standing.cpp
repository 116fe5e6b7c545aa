#include "history/journals.h"
#include "runs/runrequests.h"
#include "runs/standing.h"

#include <QTest>

using namespace Qt::StringLiterals;

using History::RunRecord;
using Runs::Standing;
using Writeback::Changed;
using Writeback::State;

namespace {

Profiles::Profile profile()
{
    Profiles::Profile one;
    one.spreadsheetId = u"book"_s;
    one.sheetId = u"sheet"_s;
    one.region = *Sheet::Region::parse(u"B3:"_s);
    return one;
}

RunRecord record(std::optional<State> state, qint64 sent = 0)
{
    RunRecord run;
    run.entry = Runs::entryOf(profile(), nullptr);
    run.changesSent = sent;
    if (state) {
        run.state = Writeback::name(*state);
        run.ended = QDateTime(QDate(2026, 11, 26), QTime(13, 5), Qt::UTC);
    }
    return run;
}

RunRecord elsewhere(RunRecord run)
{
    run.entry.region = u"A1"_s;
    return run;
}

} // namespace

class TestStanding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutRunsNothingIsKnown() { QCOMPARE(Runs::standingOf(profile(), {}), Standing()); }

    void laterFailureDoesNotHideThatItWasVerified()
    {
        const Standing standing = Runs::standingOf(
            profile(),
            {record(State::Failed), record(State::Refused), record(State::NothingToDo), record(State::Verified)});
        QCOMPARE(standing.last, std::optional(record(State::Failed)));
        QCOMPARE(standing.verified, std::optional(record(State::NothingToDo)));
        QVERIFY(!standing.unknown);
    }

    void unknownStateLastsUntilARunTellsOfTheSheet()
    {
        for (const RunRecord &left : {record(State::OutcomeUnknown), record({}, 1)}) {
            QCOMPARE(Runs::standingOf(profile(), {record(State::Failed), left}).unknown, std::optional(left));
            QVERIFY(!Runs::standingOf(profile(), {record(State::Planned), left}).unknown);
            QVERIFY(!Runs::standingOf(profile(), {record(State::Verified), left}).unknown);
        }
        QVERIFY(!Runs::standingOf(profile(), {record({})}).unknown); // interrupted before it sent anything
    }

    void stateOfALaterVersionTellsOfTheSheet()
    {
        RunRecord later = record(State::Verified);
        later.state = u"restored"_s;
        QVERIFY(!Runs::standingOf(profile(), {later, record(State::OutcomeUnknown)}).unknown);
    }

    void runsOfAnotherTargetSayNothingOfThisOne()
    {
        const Standing standing = Runs::standingOf(
            profile(),
            {elsewhere(record(State::Verified)), record(State::Verified), elsewhere(record(State::OutcomeUnknown))});
        QCOMPARE(standing.changed, Changed::Target);
        QCOMPARE(standing.verified, std::optional(record(State::Verified)));
        QVERIFY(!standing.unknown);
    }

    void runWithAnotherDataSetVerifiesNothingOfThisOne()
    {
        Profiles::Profile now = profile();
        now.dataSetId = u"other"_s;
        RunRecord verified = record(State::Verified);
        verified.entry.dataSetId = u"before"_s;
        RunRecord unknown = record(State::OutcomeUnknown);
        unknown.entry.dataSetId = u"before"_s;
        const Standing standing = Runs::standingOf(now, {verified});
        QCOMPARE(standing.changed, Changed::DataSet);
        QVERIFY(!standing.verified);
        QCOMPARE(Runs::standingOf(now, {unknown}).unknown, std::optional(unknown)); // it is the same sheet
        verified.entry.dataSetId.clear(); // an early version did not record it
        QVERIFY(Runs::standingOf(now, {verified}).verified);
    }

    void runWithOtherOptionsVerifiesNothingOfThisWriteback()
    {
        Profiles::Profile now = profile();
        now.columnNames = false;
        const Standing standing = Runs::standingOf(now, {record(State::Verified)});
        QCOMPARE(standing.changed, Changed::Options);
        QVERIFY(!standing.verified);
        const RunRecord unknown = record(State::OutcomeUnknown);
        QCOMPARE(Runs::standingOf(now, {unknown}).unknown, std::optional(unknown)); // it is the same sheet
    }

    void checkOfOtherOptionsIsNotTheLastRun()
    {
        const RunRecord verified = record(State::Verified, 1);
        RunRecord check = record(State::Planned, 2);
        check.entry.kind = Writeback::RunKind::Check;
        QCOMPARE(Runs::standingOf(profile(), {check, verified}).last, std::optional(check));

        Profiles::Profile other = profile();
        other.columnNames = false;
        check.entry.options = Runs::entryOf(other, nullptr).options;
        const Standing standing = Runs::standingOf(profile(), {check, verified});
        QCOMPARE(standing.last, std::optional(verified));
        QCOMPARE(standing.changed, Changed::Nothing);
        QVERIFY(!standing.isOutdated());
        QVERIFY(!Runs::standingOf(profile(), {check}).last); // it has never run
    }

    void checkDoesNotHideARunUnderWay()
    {
        RunRecord running = record(State::Verified, 1);
        running.ended = {};
        running.state.clear();
        running.isRunning = true;
        RunRecord check = record(State::NothingToDo, 2);
        check.entry.kind = Writeback::RunKind::Check;
        QCOMPARE(Runs::standingOf(profile(), {check, running}).last, std::optional(running));
    }

    void decisiveRunsAreTheNewestFirstAndEachOnce()
    {
        Support::HistoryFile file;
        const auto history = History::RunHistory::open(file.place(), {}).value();
        Writeback::JournalEntry check = Support::entry(4, u"p1"_s);
        check.kind = Writeback::RunKind::Check;
        QVERIFY(Support::recordRun(file.place(), Support::entry(1, u"p1"_s), State::Verified));
        QVERIFY(Support::recordRun(file.place(), Support::entry(2, u"p1"_s), State::OutcomeUnknown));
        QVERIFY(Support::recordRun(file.place(), Support::entry(3, u"p1"_s), State::Failed));
        QVERIFY(Support::recordRun(file.place(), check, State::Failed)); // which tells nothing of the sheet
        QVERIFY(Support::recordRun(file.place(), Support::entry(9, u"p2"_s), State::Verified));
        const auto runs = Runs::decisiveRuns(*history, u"p1"_s);
        QVERIFY(runs);
        QStringList states;
        for (const RunRecord &run : *runs)
            states.append(run.state);
        QCOMPARE(states, QStringList({u"failed"_s, u"failed"_s, u"outcome unknown"_s, u"verified"_s}));
        const auto all = Runs::decisiveRuns(*history);
        QVERIFY(all);
        QCOMPARE(all->value(u"p1"_s), *runs);
        QCOMPARE(all->value(u"p2"_s).size(), 1);
    }

    void regionThatAnotherWritebackChangedSinceIsNotVerified()
    {
        const QDateTime then(QDate(2026, 11, 26), QTime(13, 5), Qt::UTC);
        const auto overwritten = [&](State state, int sent, const QString &range) {
            RunRecord run = record(state, 1);
            run.entry.started = then;
            return Runs::standingOf(profile(), {run}, {{.writeback = {}, .range = range, .sent = then.addSecs(sent)}})
                .overwritten.has_value();
        };
        for (const QString &range : {u"C4"_s, u"A1:B3"_s, u"of a later version"_s})
            QVERIFY(overwritten(State::Verified, 60, range));
        QVERIFY(overwritten(State::NothingToDo, 60, u"C4"_s));
        QVERIFY(!overwritten(State::Verified, 60, u"A1:Z2"_s)); // beside it
        QVERIFY(!overwritten(State::Verified, -60, u"C4"_s));
        // What is wrong stays what it is.
        for (const State state : {State::PartlyWritten, State::Mismatch, State::OutcomeUnknown, State::Failed})
            QVERIFY(!overwritten(state, 60, u"C4"_s));
    }

    void othersAreAskedForOnlyIfTheLastRunVerified()
    {
        Support::HistoryFile file;
        const auto history = History::RunHistory::open(file.place(), {}).value();
        QVERIFY(Support::recordRun(file.place(), Support::entry(0, u"other"_s)));
        RunRecord run = record(State::Verified);
        run.entry = Support::entry();
        QCOMPARE(Runs::otherChanges(*history, profile(), {run})->size(), 1);
        run.state = Writeback::name(State::Failed);
        QCOMPARE(Runs::otherChanges(*history, profile(), {run})->size(), 0);
        QCOMPARE(Runs::otherChanges(*history, profile(), {})->size(), 0);
    }

    void otherOptionsDoNotHideWhatIsWrong()
    {
        Profiles::Profile now = profile();
        now.columnNames = false;
        const auto isOutdated = [&](const QList<RunRecord> &runs) { return Runs::standingOf(now, runs).isOutdated(); };
        for (const State state : {State::Verified, State::NothingToDo, State::Refused, State::Failed})
            QVERIFY(isOutdated({record(state)}));
        for (const State state : {State::OutcomeUnknown, State::PartlyWritten, State::Mismatch})
            QVERIFY(!isOutdated({record(state, 1)}));
        QVERIFY(!isOutdated({record({}, 1)})); // interrupted while it wrote
        QVERIFY(!isOutdated({record(State::Failed), record(State::OutcomeUnknown, 1)}));
        QVERIFY(isOutdated({elsewhere(record(State::Mismatch, 1))})); // of another target
        QVERIFY(!Runs::standingOf(now, {}).isOutdated());
    }

    void runOfThisProgramCountsBeforeTheHistoryHasIt()
    {
        Runs::RunProgress progress;
        progress.facts.entry = record({}).entry;
        progress.facts.entry.started = QDateTime(QDate(2026, 11, 26), QTime(13, 4), Qt::UTC);
        RunRecord earlier = record(State::Failed);
        earlier.entry.started = progress.facts.entry.started.addSecs(-60);
        QCOMPARE(Runs::withLatest({earlier}, progress), QList{earlier}); // it has not ended
        progress.report = Writeback::RunReport();
        progress.report->state = State::Verified;
        QCOMPARE(Runs::withLatest({earlier}, progress).size(), 2);
        QCOMPARE(Runs::withLatest({earlier}, progress).first().state, Writeback::name(State::Verified));
        RunRecord begun = record({}, 1); // by its journal, a moment later, which could not record its end
        begun.entry.started = progress.facts.entry.started.addMSecs(20);
        progress.facts.ended = progress.facts.entry.started.addSecs(5);
        QCOMPARE(Runs::withLatest({begun, earlier}, progress).size(), 2);
        QCOMPARE(Runs::withLatest({begun, earlier}, progress).first().state, Writeback::name(State::Verified));
        RunRecord later = earlier; // of another program
        later.entry.started = progress.facts.entry.started.addSecs(60);
        QCOMPARE(Runs::withLatest({later}, progress), QList{later});
    }

    void checkCountsIfItTellsOfTheSheet()
    {
        Runs::RunProgress progress;
        progress.facts.entry.kind = Writeback::RunKind::Check;
        progress.report = Writeback::RunReport();
        progress.report->state = State::NothingToDo;
        progress.pendingChanges = 0;
        QCOMPARE(Runs::withLatest({}, progress).size(), 1);
        progress.pendingChanges = 1; // may still arrive
        QCOMPARE(Runs::withLatest({}, progress).size(), 0);
        progress.pendingChanges.reset();
        QCOMPARE(Runs::withLatest({}, progress).size(), 0);
        progress.pendingChanges = 0;
        progress.report->state = State::Failed;
        QCOMPARE(Runs::withLatest({}, progress).size(), 0);
    }

    void runThatHasEndedIsWhatTheHistoryWillHave()
    {
        Runs::RunProgress progress;
        progress.facts = {.entry = record({}).entry,
                          .ended = QDateTime(QDate(2026, 11, 26), QTime(13, 5), Qt::UTC),
                          .program = u"test 1"_s};
        progress.report = Writeback::RunReport();
        progress.report->state = State::PartlyWritten;
        progress.report->error = Core::Error{.kind = Core::ErrorKind::TimedOut};
        progress.report->cellsWritten = 3;
        progress.report->review.changes.changed = 7;
        const RunRecord run = Runs::recordOf(progress);
        QCOMPARE(run.entry.region, u"B3:"_s);
        QCOMPARE(run.ended, progress.facts.ended);
        QCOMPARE(run.state, Writeback::name(State::PartlyWritten));
        QCOMPARE(run.error->kind, Core::ErrorKind::TimedOut);
        QCOMPARE(run.cellsWritten, 3);
        QCOMPARE(run.cellsChanged, 7);
    }
};

QTEST_GUILESS_MAIN(TestStanding)
#include "tst_standing.moc"
