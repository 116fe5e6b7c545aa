#include "writeback/endstate.h"

#include <QTest>

using namespace Writeback;
using Core::ErrorKind;

// The table of how runs end: one row for each way.
class tst_EndState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsFromWhatIsKnown_data();
    void followsFromWhatIsKnown();
    void isNeverGreenWithoutReadingBack();
};

void tst_EndState::followsFromWhatIsKnown_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<State>("state");

    const auto error = [](ErrorKind kind) { return Core::Error{.kind = kind}; };
    const auto row = [](const char *name, const Ending &ending, State state) {
        QTest::newRow(name) << ending << state;
    };

    row("no differences", {}, State::NothingToDo);
    row("dry run without differences", {.dryRun = true}, State::NothingToDo);
    row("dry run with differences", {.dryRun = true, .differs = true}, State::Planned);
    row("written and read back",
        {.differs = true, .sent = true, .cellsWritten = 5, .readBack = true, .asDesired = true}, State::Verified);

    row("cancelled before writing", {.error = error(ErrorKind::Cancelled), .failedStep = StepName::FetchSource},
        State::Cancelled);
    row("declined", {.error = error(ErrorKind::Declined), .failedStep = StepName::Review, .differs = true},
        State::Refused);
    row("guard", {.error = error(ErrorKind::Overflow), .failedStep = StepName::Review, .differs = true},
        State::Refused);
    row("another run", {.error = error(ErrorKind::Busy), .failedStep = StepName::Write, .differs = true},
        State::Refused);
    row("bad secret", {.error = error(ErrorKind::BadCredentials), .failedStep = StepName::SignIn}, State::Failed);
    row("format refused", {.error = error(ErrorKind::Rejected), .failedStep = StepName::Write, .differs = true},
        State::Failed);

    row("cancelled after a change of formats",
        {.error = error(ErrorKind::Cancelled), .failedStep = StepName::Write, .differs = true, .formatted = true},
        State::PartlyWritten);
    row("first block refused after a change of formats",
        {.error = error(ErrorKind::Locked),
         .failedStep = StepName::Write,
         .differs = true,
         .sent = true,
         .formatted = true,
         .readBack = true},
        State::PartlyWritten);

    const Ending write{
        .error = error(ErrorKind::ServiceFailed), .failedStep = StepName::Write, .differs = true, .sent = true};
    const auto with = [&](auto change) {
        Ending ending = write;
        change(ending);
        return ending;
    };
    row("refused block, sheet as it was", with([](Ending &e) { e.readBack = true; }), State::Failed);
    row("no answer, sheet as it was", with([](Ending &e) { e.readBack = e.unanswered = true; }), State::OutcomeUnknown);
    row("no answer, half arrived", with([](Ending &e) { e.readBack = e.unanswered = e.altered = true; }),
        State::PartlyWritten);
    row("no answer, all arrived", with([](Ending &e) { e.readBack = e.unanswered = e.altered = e.asDesired = true; }),
        State::Verified);
    row("no answer, not read back", with([](Ending &e) { e.unanswered = true; }), State::OutcomeUnknown);
    row("second block refused", with([](Ending &e) {
            e.cellsWritten = 5;
            e.readBack = e.altered = true;
        }),
        State::PartlyWritten);
    row("second block without answer, not read back", with([](Ending &e) {
            e.cellsWritten = 5;
            e.unanswered = true;
        }),
        State::OutcomeUnknown);
    row("cancelled between blocks, not read back", with([&](Ending &e) {
            e.error = error(ErrorKind::Cancelled);
            e.cellsWritten = 5;
        }),
        State::PartlyWritten);
    row("cancelled, block refused", with([&](Ending &e) {
            e.error = error(ErrorKind::Cancelled);
            e.readBack = true;
        }),
        State::Cancelled);

    const Ending verify{.failedStep = StepName::Verify, .differs = true, .sent = true, .cellsWritten = 5};
    const auto verified = [&](ErrorKind kind) {
        Ending ending = verify;
        ending.error = error(kind);
        return ending;
    };
    row("read back and wrong", verified(ErrorKind::Mismatch), State::Mismatch);
    row("could not be read back", verified(ErrorKind::ServiceFailed), State::OutcomeUnknown);
    row("cancelled while reading back", verified(ErrorKind::Cancelled), State::OutcomeUnknown);
}

void tst_EndState::followsFromWhatIsKnown()
{
    QFETCH(Ending, ending);
    QFETCH(State, state);
    QCOMPARE(endState(ending), state);
}

void tst_EndState::isNeverGreenWithoutReadingBack()
{
    for (int bits = 0; bits < 32; ++bits) {
        const Ending ending{.error = Core::Error{.kind = bits & 1 ? ErrorKind::Cancelled : ErrorKind::TimedOut},
                            .failedStep = StepName::Write,
                            .differs = true,
                            .sent = true,
                            .unanswered = (bits & 2) != 0,
                            .cellsWritten = bits & 4 ? 5 : 0,
                            .readBack = false,
                            .altered = (bits & 8) != 0,
                            .asDesired = (bits & 16) != 0};
        const State state = endState(ending);
        QVERIFY(state != State::Verified && state != State::NothingToDo);
    }
}

QTEST_GUILESS_MAIN(tst_EndState)
#include "tst_endstate.moc"
