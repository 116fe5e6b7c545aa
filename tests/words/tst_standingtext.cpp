#include "words/standingtext.h"

#include "words/kindtext.h"
#include "words/recordtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Runs::Standing;
using Words::Tone;
using Words::WritebackKind;
using Writeback::State;

namespace {

History::RunRecord record(State state)
{
    History::RunRecord run;
    run.state = Writeback::name(state);
    run.entry.started = QDateTime(QDate(2026, 11, 26), QTime(13, 5), Qt::UTC);
    run.ended = run.entry.started.addSecs(9);
    run.cellsCompared = 80;
    return run;
}

WritebackKind kindOf(const std::optional<Standing> &standing)
{
    return Words::restingKind({}, Words::standingLine(standing));
}

} // namespace

class TestStandingText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAKnownMatchIsVerified()
    {
        QCOMPARE(kindOf(Standing{.last = record(State::Verified)}), WritebackKind::Verified);
        QCOMPARE(kindOf(Standing{.last = record(State::NothingToDo)}), WritebackKind::Verified);
        QCOMPARE(kindOf(Standing()), WritebackKind::NotRun);
        QCOMPARE(kindOf(std::nullopt), WritebackKind::NeedsYou);
        QCOMPARE(kindOf(Standing{.last = record(State::Verified), .changed = Writeback::Changed::Options}),
                 WritebackKind::NotRun);
        QCOMPARE(kindOf(Standing{.last = record(State::Verified), .overwritten = History::OtherChange()}),
                 WritebackKind::NotRun);
        for (const State state : {State::Refused, State::Failed, State::PartlyWritten, State::Mismatch})
            QCOMPARE(kindOf(Standing{.last = record(state)}), WritebackKind::NeedsYou);
    }

    void runWithoutAnEndRunsOrNeedsSomebody()
    {
        History::RunRecord run = record(State::Verified);
        run.ended = {};
        run.state.clear();
        QCOMPARE(kindOf(Standing{.last = run}), WritebackKind::NeedsYou);
        run.isRunning = true;
        QCOMPARE(kindOf(Standing{.last = run}), WritebackKind::Running);
    }

    void unknownStateIsToldBesideALaterRun()
    {
        History::RunRecord unknown = record(State::OutcomeUnknown);
        unknown.entry.started = unknown.entry.started.addSecs(-60);
        const History::RunRecord refused = record(State::Cancelled);
        const Words::Line line = Words::standingLine(Standing{.last = refused, .unknown = unknown});
        QCOMPARE(line.tone, Tone::Error);
        QVERIFY(line.text.contains(Words::recordState(refused).text));
        QVERIFY(line.text != Words::recordState(refused).text);
    }

    void archiveIsOutOfUse()
    {
        Profiles::Profile profile;
        profile.archived = true;
        QCOMPARE(Words::restingKind(profile, Words::standingLine(Standing{.last = record(State::Failed)})),
                 WritebackKind::Archived);
    }

    void everyKindIsCountedInItsWords()
    {
        QSet<QString> texts;
        for (const auto kind : {WritebackKind::Verified, WritebackKind::NeedsYou, WritebackKind::Running,
                                WritebackKind::NotRun, WritebackKind::Archived}) {
            QVERIFY(Words::kindText(kind, 12).contains(u"12"_s));
            texts.insert(Words::kindText(kind, 12));
        }
        QCOMPARE(texts.size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestStandingText)
#include "tst_standingtext.moc"
