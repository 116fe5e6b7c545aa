#include "writeback/endstate.h"

#include <QTest>

using namespace Writeback;
using Core::ErrorKind;

// The table of how runs end: one row for each case.
class TestEndState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsFromWhatIsKnown_data()
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
            {.differs = true, .sent = true, .cellsDone = 5, .readBack = true, .asDesired = true}, State::Verified);
        row("written and not read back", {.differs = true, .sent = true, .cellsDone = 5}, State::OutcomeUnknown);

        row("cancelled before writing", {.error = error(ErrorKind::Cancelled), .failedStep = StepName::FetchSource},
            State::Cancelled);
        row("declined", {.error = error(ErrorKind::Declined), .failedStep = StepName::Review, .differs = true},
            State::Refused);
        row("guard", {.error = error(ErrorKind::Overflow), .failedStep = StepName::Review, .differs = true},
            State::Refused);
        const auto refusedByMethod = [&](const char *name, ErrorKind kind) {
            row(name, {.error = error(kind), .failedStep = StepName::Compose}, State::Refused);
        };
        refusedByMethod("ambiguous key", ErrorKind::AmbiguousKey);
        refusedByMethod("other columns", ErrorKind::OtherColumns);
        refusedByMethod("already appended", ErrorKind::AlreadyAppended);
        refusedByMethod("row that cannot move", ErrorKind::FixedRow);
        row("another run", {.error = error(ErrorKind::Busy), .failedStep = StepName::Write, .differs = true},
            State::Refused);
        row("bad secret", {.error = error(ErrorKind::BadCredentials), .failedStep = StepName::SignIn}, State::Failed);
        row("another program's lock", {.error = error(ErrorKind::Busy)}, State::Refused);
        row("no journal to be had", {.error = error(ErrorKind::Disk)}, State::Refused);
        row("an earlier write may still arrive",
            {.error = error(ErrorKind::EarlierWrite), .failedStep = StepName::Settle}, State::Refused);
        row("not interactive", {.error = error(ErrorKind::NoConsent), .failedStep = StepName::Review, .differs = true},
            State::Refused);
        row("request that never left",
            {.error = error(ErrorKind::NoNetwork), .failedStep = StepName::Write, .differs = true}, State::Failed);

        const Ending write{
            .error = error(ErrorKind::ServiceFailed), .failedStep = StepName::Write, .differs = true, .sent = true};
        const auto with = [&](auto change) {
            Ending ending = write;
            change(ending);
            return ending;
        };
        row("refused, sheet as it was in all readings", with([](Ending &e) { e.readBack = e.provenUntouched = true; }),
            State::Failed);
        row("refused, sheet as it was in one reading", with([](Ending &e) { e.readBack = true; }),
            State::OutcomeUnknown);
        row("refused, not read back", with([](Ending &) {}), State::OutcomeUnknown);
        row("refused, and carried out", with([](Ending &e) { e.readBack = e.altered = e.asDesired = true; }),
            State::Verified);
        row("refused, and carried out in part", with([](Ending &e) { e.readBack = e.altered = true; }),
            State::PartlyWritten);
        row("locked, sheet as it was in all readings", with([&](Ending &e) {
                e.error = error(ErrorKind::Locked);
                e.readBack = e.provenUntouched = true;
            }),
            State::Refused);
        row("no answer, sheet as it was", with([](Ending &e) { e.readBack = e.provenUntouched = e.unanswered = true; }),
            State::OutcomeUnknown);
        row("no answer, half arrived", with([](Ending &e) { e.readBack = e.unanswered = e.altered = true; }),
            State::OutcomeUnknown);
        row("no answer, all arrived", with([](Ending &e) { e.readBack = e.altered = e.asDesired = true; }),
            State::Verified);
        row("no answer, not read back", with([](Ending &e) { e.unanswered = true; }), State::OutcomeUnknown);
        row("second block refused", with([](Ending &e) {
                e.cellsDone = 5;
                e.readBack = e.altered = true;
            }),
            State::PartlyWritten);
        row("second block without answer, not read back", with([](Ending &e) {
                e.cellsDone = 5;
                e.unanswered = true;
            }),
            State::OutcomeUnknown);
        row("cancelled between blocks, not read back", with([&](Ending &e) {
                e.error = error(ErrorKind::Cancelled);
                e.cellsDone = 5;
            }),
            State::OutcomeUnknown);
        row("cancelled between blocks, read back", with([&](Ending &e) {
                e.error = error(ErrorKind::Cancelled);
                e.cellsDone = 5;
                e.readBack = e.altered = true;
            }),
            State::PartlyWritten);
        row("cancelled, block refused, sheet as it was in all readings", with([&](Ending &e) {
                e.error = error(ErrorKind::Cancelled);
                e.readBack = e.provenUntouched = true;
            }),
            State::Cancelled);

        const Ending verify{.failedStep = StepName::Verify, .differs = true, .sent = true, .cellsDone = 5};
        const auto verified = [&](ErrorKind kind) {
            Ending ending = verify;
            ending.readBack = kind == ErrorKind::Mismatch;
            ending.error = error(kind);
            return ending;
        };
        row("read back and wrong", verified(ErrorKind::Mismatch), State::Mismatch);
        row("could not be read back", verified(ErrorKind::ServiceFailed), State::OutcomeUnknown);
        row("cancelled while reading back", verified(ErrorKind::Cancelled), State::OutcomeUnknown);
    }
    void followsFromWhatIsKnown()
    {
        QFETCH(Ending, ending);
        QFETCH(State, state);
        QCOMPARE(endState(ending), state);
    }

    // Whatever else is known, green needs a reading that found every cell correct, and "nothing was written" after a
    // request was sent needs two readings that found the sheet unchanged.
    void claimsNothingWithoutReadingBack()
    {
        for (int bits = 0; bits < 256; ++bits) {
            Ending ending{.failedStep = StepName::Write,
                          .differs = true,
                          .sent = true,
                          .unanswered = (bits & 2) != 0,
                          .cellsDone = bits & 4 ? 5 : 0,
                          .readBack = (bits & 8) != 0,
                          .altered = (bits & 16) != 0,
                          .provenUntouched = (bits & 32) != 0,
                          .asDesired = (bits & 64) != 0};
            if (bits & 128)
                ending.error = Core::Error{.kind = bits & 1 ? ErrorKind::Cancelled : ErrorKind::TimedOut};
            const State state = endState(ending);
            if (!ending.readBack || !ending.asDesired)
                QVERIFY(state != State::Verified && state != State::NothingToDo);
            if (!ending.readBack || !ending.provenUntouched || ending.unanswered || ending.cellsDone > 0)
                QVERIFY(state != State::Failed && state != State::Refused && state != State::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestEndState)
#include "tst_endstate.moc"
