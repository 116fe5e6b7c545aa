#include "cli/scheduledreport.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using Cli::ExitCode;
using History::Noted;
using Runs::ScheduledEnd;
using Writeback::State;
using Kind = ScheduledEnd::Kind;

namespace {

const QDateTime due{QDate(2026, 3, 2), QTime(6, 0), Qt::UTC};

Writeback::RunReport ended(State state)
{
    Writeback::RunReport report;
    report.state = state;
    return report;
}

ScheduledEnd noted(Noted what)
{
    return {.kind = Kind::Noted, .notes = {{due, what, due}}};
}

} // namespace

class TestScheduledReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsThatOfTheLastRun()
    {
        QCOMPARE(Cli::scheduledCode({.kind = Kind::Run, .first = {due, 0}, .reports = {ended(State::Failed)}}),
                 ExitCode::Failed);
        QCOMPARE(Cli::scheduledCode(
                     {.kind = Kind::Run, .first = {due, 0}, .reports = {ended(State::Failed), ended(State::Verified)}}),
                 ExitCode::Done);
        // What could not be noted afterwards is said, and does not change what the sheet is.
        QCOMPARE(Cli::scheduledCode({.kind = Kind::Run,
                                     .first = {due, 0},
                                     .reports = {ended(State::OutcomeUnknown)},
                                     .error = Core::Error{.kind = Core::ErrorKind::Disk}}),
                 ExitCode::OutcomeUnknown);
        QCOMPARE(Cli::scheduledCode({.kind = Kind::Run, .first = {due, 0}}), ExitCode::Cancelled);
    }

    void codeSaysThatSomebodyIsNeeded()
    {
        for (const Noted what : {Noted::Missed, Noted::Paused, Noted::Unconfirmed})
            QCOMPARE(Cli::scheduledCode(noted(what)), ExitCode::NeedsAttention);
        for (const Noted what : {Noted::Overlapped, Noted::NoNewData})
            QCOMPARE(Cli::scheduledCode(noted(what)), ExitCode::Done);
        for (const Kind kind : {Kind::Elsewhere, Kind::NotScheduled, Kind::NotDue})
            QCOMPARE(Cli::scheduledCode({.kind = kind}), ExitCode::Done);
        QCOMPARE(Cli::scheduledCode({.error = Core::Error{.kind = Core::ErrorKind::Disk}}), ExitCode::Failed);
    }

    void whatWasNotRunIsSaid()
    {
        for (const Kind kind : {Kind::Elsewhere, Kind::NotScheduled, Kind::NotDue})
            QCOMPARE(Cli::scheduledLines({.kind = kind}, due).size(), 1);
        QCOMPARE(Cli::scheduledLines(noted(Noted::Missed), due).size(), 1);
        // Why nothing was run is the error's text alone.
        QVERIFY(Cli::scheduledLines({.error = Core::Error{.kind = Core::ErrorKind::Disk}}, due).isEmpty());
    }

    void changesAreToldOfARun()
    {
        ScheduledEnd end{.kind = Kind::Run,
                         .first = {due, 0},
                         .sinceVerified = {.isThere = true},
                         .reports = {ended(State::Verified)}};
        QCOMPARE(Cli::scheduledLines(end, due).size(), 1);
        end.isOtherSchedule = true;
        QCOMPARE(Cli::scheduledLines(end, due).size(), 2);
        end.sinceVerified.otherVersion = u"0.0.9"_s;
        QCOMPARE(Cli::scheduledLines(end, due).size(), 3);
        const QJsonObject json = Cli::scheduledJson(end);
        QCOMPARE(json["decision"_L1].toString(), u"run"_s);
        QCOMPARE(json["due"_L1].toString(), u"2026-03-02T06:00:00.000Z"_s);
        QVERIFY(json["changedSinceVerified"_L1].toBool());
        QVERIFY(json["isOtherSchedule"_L1].toBool());
    }

    void notesAreInTheDocument()
    {
        const QJsonObject json = Cli::scheduledJson(noted(Noted::NoNewData));
        QCOMPARE(json["decision"_L1].toString(), u"noted"_s);
        QCOMPARE(json["notes"_L1].toArray(),
                 QJsonArray({QJsonObject{{u"due"_s, u"2026-03-02T06:00:00.000Z"_s}, {u"what"_s, u"noNewData"_s}}}));
        QVERIFY(!json.contains("due"_L1));
    }
};

QTEST_GUILESS_MAIN(TestScheduledReport)
#include "tst_scheduledreport.moc"
