#include "cli/exitcode.h"

#include <QTest>

using Cli::ExitCode;
using Core::ErrorKind;
using Writeback::State;

// Scripts rely on these numbers.
class TestExitCode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberFollowsFromStateAndError_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("number");
        const auto row = [](const char *name, State state, ErrorKind kind, int number) {
            QTest::newRow(name) << state << kind << number;
        };
        row("verified", State::Verified, ErrorKind::Internal, 0);
        row("nothing to do", State::NothingToDo, ErrorKind::Internal, 0);
        row("bad region", State::Failed, ErrorKind::InvalidRegion, 2);
        row("bad address", State::Failed, ErrorKind::InvalidInput, 2);
        row("bad secret", State::Failed, ErrorKind::BadCredentials, 3);
        row("missing scope", State::Failed, ErrorKind::MissingScope, 3);
        row("guard", State::Refused, ErrorKind::Overflow, 4);
        row("no consent", State::Refused, ErrorKind::NoConsent, 4);
        row("address of a service", State::Failed, ErrorKind::BadAddress, 2);
        row("not found", State::Failed, ErrorKind::NotFound, 5);
        row("no access", State::Failed, ErrorKind::NoAccess, 5);
        row("no network", State::Failed, ErrorKind::NoNetwork, 6);
        row("incomplete export", State::Failed, ErrorKind::IncompleteExport, 6);
        row("partly written", State::PartlyWritten, ErrorKind::NotFound, 7);
        row("mismatch", State::Mismatch, ErrorKind::Mismatch, 7);
        row("outcome unknown", State::OutcomeUnknown, ErrorKind::TimedOut, 8);
        row("cancelled", State::Cancelled, ErrorKind::Cancelled, 9);
        row("planned", State::Planned, ErrorKind::Internal, 10);
    }
    void numberFollowsFromStateAndError()
    {
        QFETCH(State, state);
        QFETCH(ErrorKind, kind);
        QFETCH(int, number);
        Writeback::RunReport report;
        report.state = state;
        if (kind != ErrorKind::Internal)
            report.error = Core::Error{.kind = kind};
        QCOMPARE(int(Cli::exitCode(report)), number);
    }

    void checkTellsTheRegionFromTheData()
    {
        Writeback::RunReport report;
        report.state = State::NothingToDo;
        QCOMPARE(Cli::checkCode(report, 0), ExitCode::Done);
        QCOMPARE(Cli::checkCode(report, 1), ExitCode::OutcomeUnknown);
        QCOMPARE(Cli::checkCode(report, std::nullopt), ExitCode::OutcomeUnknown);
        report.regionSince = Writeback::RegionSince{.changed = 1}; // as the DataSet
        QCOMPARE(Cli::checkCode(report, 0), ExitCode::Done);
        report.state = State::Planned;
        QCOMPARE(Cli::checkCode(report, 0), ExitCode::RegionChanged);
        report.regionSince->changed = 0;
        QCOMPARE(Cli::checkCode(report, 0), ExitCode::Differences);
        report.regionSince.reset();
        QCOMPARE(Cli::checkCode(report, 0), ExitCode::Differences);
        report.state = State::Failed;
        report.error = Core::Error{.kind = ErrorKind::NotFound};
        QCOMPARE(Cli::checkCode(report, 0), ExitCode::NotFound);
    }

    void mostSeriousOfSeveralCounts()
    {
        using enum ExitCode;
        QCOMPARE(Cli::mostSerious({}), Done);
        QCOMPARE(Cli::mostSerious({Done, Done}), Done);
        QCOMPARE(Cli::mostSerious({Done, Refused, Failed}), Failed);
        QCOMPARE(Cli::mostSerious({Failed, NotAsDesired, Credentials}), NotAsDesired);
        QCOMPARE(Cli::mostSerious({NotAsDesired, OutcomeUnknown}), OutcomeUnknown);
        QCOMPARE(Cli::mostSerious({Cancelled, Refused, Done}), Refused);
        const QList<ExitCode> &all = Cli::bySeriousness();
        for (const ExitCode code : all)
            QCOMPARE(all.count(code), 1);
        QVERIFY(all.endsWith(Done));
    }

    void lostReportIsNotSuccess()
    {
        QCOMPARE(int(Cli::withoutReport(ExitCode::Done)), 11);
        QCOMPARE(int(Cli::withoutReport(ExitCode::Differences)), 11);
        for (const ExitCode own :
             {ExitCode::Usage, ExitCode::Credentials, ExitCode::Refused, ExitCode::NotFound, ExitCode::Failed,
              ExitCode::NotAsDesired, ExitCode::OutcomeUnknown, ExitCode::Cancelled})
            QCOMPARE(int(Cli::withoutReport(own)), int(own));
    }
};

QTEST_GUILESS_MAIN(TestExitCode)
#include "tst_exitcode.moc"
