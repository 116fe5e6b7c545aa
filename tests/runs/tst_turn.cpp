#include "runs/runrequests.h"
#include "runs/turn.h"
#include "schedule/handover.h"
#include "support/desk.h"
#include "support/schedules.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Runs;
using History::Noted;
using History::ScheduleNote;
using Profiles::Automatically;
using Support::Desk;
using Writeback::State;

namespace {

// Hours of 2 March 2026, UTC.
QDateTime at(int hour, int minute = 0)
{
    return {QDate(2026, 3, 2), QTime(hour, minute), Qt::UTC};
}

Automatically atSix()
{
    return {.timetable = Support::daily({6, 0}, u"UTC"_s), .catchUp = 2h, .pauseAfter = 3, .confirmChanges = true};
}

Automatically everyHour()
{
    return {.timetable = {Profiles::EveryDays{}, Profiles::Interval{}, {}, u"UTC"_s}, .catchUp = 0min};
}

// Of a writeback that was verified and is unchanged.
ScheduleFacts facts(const QDateTime &since)
{
    return {.since = since, .isInForce = true, .sinceVerified = {.isThere = true}};
}

Writeback::RunReport ended(State state, std::optional<Core::ErrorKind> kind = std::nullopt)
{
    Writeback::RunReport report;
    report.state = state;
    if (kind)
        report.error = Core::Error{.kind = *kind};
    return report;
}

QString textOf(const Turn &turn)
{
    QStringList parts{turn.isRun() ? u"run "_s + turn.run.due.time().toString() : u"nothing"_s};
    if (turn.run.attempt > 0)
        parts.last() += u" for the %1rd time"_s.arg(turn.run.attempt + 1);
    for (const ScheduleNote &note : turn.notes)
        parts.append(History::name(note.what) + u' ' + note.due.time().toString());
    return parts.join(u", "_s);
}

} // namespace

class TestTurn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The one table of what a start by a scheduler leads to.
    void startLeadsTo_data()
    {
        QTest::addColumn<Automatically>("schedule");
        QTest::addColumn<ScheduleFacts>("known");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("turn");
        const QDateTime yesterday = at(6).addDays(-1);
        const auto with = [](ScheduleFacts known, auto &&change) {
            change(known);
            return known;
        };
        const ScheduleFacts plain = facts(yesterday);
        QTest::newRow("too early") << atSix() << plain << at(5, 59) << u"nothing"_s;
        QTest::newRow("on time") << atSix() << plain << at(6) << u"run 06:00:00"_s;
        QTest::newRow("dealt with") << atSix() << facts(at(6)) << at(6, 5) << u"nothing"_s;
        QTest::newRow("caught up") << atSix() << plain << at(8) << u"run 06:00:00"_s;
        QTest::newRow("too late") << atSix() << plain << at(8, 1) << u"nothing, missed 06:00:00"_s;
        QTest::newRow("days off") << atSix() << facts(yesterday.addDays(-2)) << at(7)
                                  << u"run 06:00:00, missed 06:00:00, missed 06:00:00"_s;
        QTest::newRow("hours off") << everyHour() << facts(at(6)) << at(9, 3)
                                   << u"run 09:00:00, missed 07:00:00, missed 08:00:00"_s;
        QTest::newRow("hours off, and late")
            << everyHour() << facts(at(6)) << at(8, 30) << u"nothing, missed 07:00:00, missed 08:00:00"_s;
        QTest::newRow("first start, on time") << atSix() << facts({}) << at(6, 9) << u"run 06:00:00"_s;
        QTest::newRow("first start, nothing known of the past") << atSix() << facts({}) << at(7) << u"nothing"_s;
        QTest::newRow("under way") << atSix() << with(plain, [](auto &known) { known.isRunning = true; }) << at(6)
                                   << u"nothing, overlapped 06:00:00"_s;
        QTest::newRow("two failures") << atSix() << with(plain, [](auto &known) { known.failures = 2; }) << at(6)
                                      << u"run 06:00:00"_s;
        QTest::newRow("three failures") << atSix() << with(plain, [](auto &known) { known.failures = 3; }) << at(6)
                                        << u"nothing, paused 06:00:00"_s;
        QTest::newRow("paused, and days off")
            << atSix() << with(facts(yesterday.addDays(-1)), [](auto &known) { known.failures = 7; }) << at(6)
            << u"nothing, missed 06:00:00, paused 06:00:00"_s;
        QTest::newRow("never pauses") << everyHour() << with(facts(at(5)), [](auto &known) { known.failures = 99; })
                                      << at(6) << u"run 06:00:00"_s;
        QTest::newRow("another target") << atSix() << with(plain, [](auto &known) {
            known.sinceVerified.writeback = Writeback::Changed::Target;
        }) << at(6) << u"nothing, unconfirmed 06:00:00"_s;
        QTest::newRow("another version") << atSix() << with(plain, [](auto &known) {
            known.sinceVerified.otherVersion = u"0.0.9"_s;
        }) << at(6) << u"nothing, unconfirmed 06:00:00"_s;
        QTest::newRow("never verified") << atSix() << with(plain, [](auto &known) { known.sinceVerified = {}; })
                                        << at(6) << u"nothing, unconfirmed 06:00:00"_s;
        QTest::newRow("interrupted") << atSix() << with(plain, [](auto &known) {
            known.interrupted = {at(6), 1};
        }) << at(7) << u"run 06:00:00 for the 3rd time"_s;
        QTest::newRow("interrupted, and too late") << atSix() << with(plain, [](auto &known) {
            known.interrupted = {at(6), 0};
        }) << at(9) << u"nothing"_s;
        QTest::newRow("interrupted, and due again") << everyHour() << with(facts(at(6)), [](auto &known) {
            known.interrupted = {at(7), 0};
        }) << at(8) << u"run 08:00:00"_s;
        QTest::newRow("changed, and nobody cares")
            << everyHour() << with(facts(at(5)), [](auto &known) { known.sinceVerified = {}; }) << at(6)
            << u"run 06:00:00"_s;
    }
    void startLeadsTo()
    {
        QFETCH(const Automatically, schedule);
        QFETCH(const ScheduleFacts, known);
        QFETCH(const QDateTime, now);
        QFETCH(const QString, turn);
        const auto found = turnOf(schedule, {}, known, now);
        QVERIFY(found);
        QCOMPARE(textOf(*found), turn);
        for (const ScheduleNote &note : found->notes)
            QCOMPARE(note.noted, now);
        QVERIFY(std::ranges::is_sorted(found->notes, {}, &ScheduleNote::due));
    }

    void timesOfALongRunAreSkipped()
    {
        const auto notes = overlapped(everyHour(), {}, at(6), at(8, 30)).value();
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0].due, at(7));
        QCOMPARE(notes[1].due, at(8));
        QCOMPARE(notes[0].what, Noted::Overlapped);
        QVERIFY(overlapped(everyHour(), {}, at(6), at(6, 59))->isEmpty());
    }

    void unknownTimeZoneIsAnError()
    {
        Automatically schedule = atSix();
        schedule.timetable.timeZone = u"Europe/Atlantis"_s;
        QCOMPARE(turnOf(schedule, {}, facts(at(5)), at(6)).error().kind, Core::ErrorKind::InvalidInput);
        QCOMPARE(scheduleStanding(schedule, {}, facts(at(5)), {}, at(6)).error().kind, Core::ErrorKind::InvalidInput);
    }

    void onlyWhatARetryCanCureIsRetried()
    {
        using Core::ErrorKind;
        const QList<ErrorKind> curable{ErrorKind::NoNetwork,     ErrorKind::ProxyRefused, ErrorKind::ConnectionLost,
                                       ErrorKind::TimedOut,      ErrorKind::Conflict,     ErrorKind::RateLimited,
                                       ErrorKind::ServiceFailed, ErrorKind::BadReply,     ErrorKind::IncompleteExport,
                                       ErrorKind::Busy,          ErrorKind::EarlierWrite, ErrorKind::OutcomeUnknown};
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            QCOMPARE(isWorthRetrying(ended(State::Failed, ErrorKind(kind))), curable.contains(ErrorKind(kind)));
            QVERIFY(!isWorthRetrying(ended(State::Cancelled, ErrorKind(kind))));
        }
        QVERIFY(!isWorthRetrying(ended(State::Verified)));
        QVERIFY(!isWorthRetrying(ended(State::Mismatch)));
    }

    void standingIs_data()
    {
        using Kind = ScheduleStanding::Kind;
        QTest::addColumn<Profiles::Schedule>("schedule");
        QTest::addColumn<ScheduleFacts>("known");
        QTest::addColumn<QDateTime>("lastRun");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QDateTime>("time");
        const QDateTime yesterday = at(6).addDays(-1);
        const ScheduleFacts plain = facts(yesterday);
        ScheduleFacts failing = plain;
        failing.failures = 3;
        ScheduleFacts changed = plain;
        changed.sinceVerified.writeback = Writeback::Changed::Options;
        ScheduleFacts missed = facts(at(6));
        missed.missed = at(6);
        const Profiles::Schedule six = atSix();
        const Profiles::Schedule remind = Profiles::Manually{.remindAfterDays = 30};
        QTest::newRow("manual") << Profiles::Schedule(Profiles::Manually{}) << ScheduleFacts{} << QDateTime() << at(6)
                                << Kind::None << QDateTime();
        QTest::newRow("manual, never run")
            << remind << ScheduleFacts{} << QDateTime() << at(6) << Kind::Reminder << QDateTime();
        QTest::newRow("manual, run lately")
            << remind << ScheduleFacts{} << at(6).addDays(-30) << at(6) << Kind::None << QDateTime();
        QTest::newRow("manual, run long ago")
            << remind << ScheduleFacts{} << at(6).addDays(-31) << at(6) << Kind::Reminder << at(6).addDays(-31);
        QTest::newRow("waiting") << six << plain << yesterday << at(5) << Kind::Waiting << at(6);
        QTest::newRow("late, and can be caught up")
            << six << plain << yesterday << at(7) << Kind::Waiting << at(6).addDays(1);
        QTest::newRow("nothing started it") << six << plain << yesterday << at(9) << Kind::Missed << at(6);
        QTest::newRow("nothing started it, and it was never run")
            << six << plain << QDateTime() << at(9) << Kind::Missed << at(6);
        QTest::newRow("a person ran it afterwards")
            << six << plain << at(8) << at(9) << Kind::Waiting << at(6).addDays(1);
        QTest::newRow("noted as missed") << six << missed << yesterday << at(9) << Kind::Missed << at(6);
        QTest::newRow("paused") << six << failing << yesterday << at(5) << Kind::Paused << QDateTime();
        QTest::newRow("changed") << six << changed << yesterday << at(5) << Kind::Unconfirmed << QDateTime();
        QTest::newRow("never handed over")
            << six << facts({}) << yesterday << at(9) << Kind::Waiting << at(6).addDays(1);
    }
    void standingIs()
    {
        QFETCH(const Profiles::Schedule, schedule);
        QFETCH(const ScheduleFacts, known);
        QFETCH(const QDateTime, lastRun);
        QFETCH(const QDateTime, now);
        QFETCH(const ScheduleStanding::Kind, kind);
        QFETCH(const QDateTime, time);
        const auto standing = scheduleStanding(schedule, {}, known, lastRun, now);
        QVERIFY(standing);
        QCOMPARE(int(standing->kind), int(kind));
        QCOMPARE(standing->time, time);
        using Kind = ScheduleStanding::Kind;
        QCOMPARE(standing->needsYou(), kind != Kind::None && kind != Kind::Waiting);
    }

    void failuresAreCountedByTheTimesOfTheSchedule()
    {
        QCOMPARE(known().failures, 0);
        QVERIFY(!known().sinceVerified.isThere);
        remember(at(5), State::Failed, at(5)); // its retry was verified
        remember(at(5, 15), State::Verified, at(5), 1);
        QCOMPARE(known().failures, 0);
        QVERIFY(known().sinceVerified.isThere);
        remember(at(6), State::Failed, at(6));
        remember(at(6, 15), State::PartlyWritten, at(6), 1); // the same time
        QCOMPARE(known().failures, 1);
        remember(at(7), State::Refused, at(7));
        QCOMPARE(known().failures, 2);
        remember(at(7, 30), State::Failed, {}); // a person's failure is not the schedule's
        remember(at(8), State::Cancelled, at(8)); // nor a person's decision
        QCOMPARE(known().failures, 2);
        remember(at(9), std::nullopt, at(9)); // interrupted
        QCOMPARE(known().failures, 3);
        QCOMPARE(known().since, at(8)); // it may be due again
        remember(at(9, 5), State::Failed, {}); // a person's run is not its end
        QCOMPARE(known().interrupted, (Writeback::Occasion{at(9), 0}));
        remember(at(10), State::NothingToDo, {}); // a person's run that is verified ends them
        QCOMPARE(known().failures, 0);
        remember(at(11), State::Mismatch, at(11));
        QCOMPARE(known().failures, 1);
    }

    void whatChangedIsKnown()
    {
        remember(at(5), State::Verified, at(5));
        QVERIFY(!known().sinceVerified.isChanged());
        m_profile.region = Sheet::Region::parse(u"C3:"_s).value();
        QCOMPARE(known().sinceVerified.writeback, Writeback::Changed::Target);
        const auto later = scheduleFacts(m_desk->history(), m_profile, u"99.0"_s);
        QCOMPARE(later->sinceVerified.otherVersion, m_desk->data->program().version);
    }

    void missedTimeCountsUntilARun()
    {
        note({{at(6), Noted::Missed, at(9)}, {at(7), Noted::Paused, at(9)}});
        QCOMPARE(known().since, at(7));
        QCOMPARE(known().missed, at(6));
        remember(at(5), State::Verified, {}); // before it
        QCOMPARE(known().missed, at(6));
        Writeback::JournalEntry check = entryOf(m_profile, nullptr); // compares, and is no run
        check.started = at(8);
        check.kind = Writeback::RunKind::Check;
        const auto journal = m_desk->data->books().openJournal();
        QVERIFY(journal && (*journal)->begin(check) && (*journal)->end(ended(State::NothingToDo)));
        QCOMPARE(known().missed, at(6));
        remember(at(9), State::Failed, {});
        QVERIFY(!known().missed);
    }

    void missedTimeDoesNotMatterWhereThereIsNothingNew()
    {
        note({{at(6), Noted::NoNewData, at(6)}, {at(7), Noted::Missed, at(9)}});
        QCOMPARE(known().missed, at(7));
        note({{at(8), Noted::NoNewData, at(9)}});
        QVERIFY(!known().missed);
    }

    void handingOverBeginsTheSchedule()
    {
        m_profile.schedule = atSix();
        note({{at(5, 30), Noted::HandedOver, at(5, 30), ::Schedule::fingerprint(atSix())}});
        QCOMPARE(known().since, at(5, 30));
        QVERIFY(!known().missed);
        ScheduleFacts begun = known();
        begun.sinceVerified.isThere = true;
        QCOMPARE(textOf(*turnOf(atSix(), {}, begun, at(9))), u"nothing, missed 06:00:00"_s);

        // Nobody could have started the times of the next one before somebody hands it over.
        m_profile.schedule = everyHour();
        QVERIFY(!known().isInForce);
        QCOMPARE(textOf(*turnOf(everyHour(), {}, known(), at(9, 30))), u"nothing"_s);
        QCOMPARE(textOf(*turnOf(everyHour(), {}, known(), at(9, 5))), u"run 09:00:00"_s);
        QCOMPARE(int(scheduleStanding(everyHour(), {}, known(), {}, at(9, 30))->kind),
                 int(ScheduleStanding::Kind::Waiting));

        // Somebody has, without this program.
        note({firstStart(everyHour(), known(), at(9, 5))});
        QVERIFY(known().isInForce);
        QCOMPARE(textOf(*turnOf(everyHour(), {}, known(), at(9, 6))), u"run 09:00:00"_s);
        QCOMPARE(textOf(*turnOf(everyHour(), {}, known(), at(10, 30))), u"nothing, missed 09:00:00, missed 10:00:00"_s);
    }

    void holidaysAreThoseOfBusinessDays()
    {
        QVERIFY(holidaysOf(atSix())->isEmpty());
        Automatically schedule = atSix();
        schedule.timetable.days = Profiles::BusinessDay{};
        QVERIFY(holidaysOf(schedule)->isEmpty());
        schedule.timetable.days = Profiles::BusinessDay{.holidays = u"/nowhere/holidays.ics"_s};
        QCOMPARE(holidaysOf(schedule).error().kind, Core::ErrorKind::Disk);
    }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_profile = {};
        m_profile.id = u"p1"_s;
        m_profile.name = u"Trial balance"_s;
        m_profile.dataSetId = u"d1"_s;
        m_profile.spreadsheetId = u"a1b2"_s;
        m_profile.sheetId = u"c3d4"_s;
        m_profile.region = Sheet::Region::parse(u"B3:"_s).value();
    }

private:
    [[nodiscard]] ScheduleFacts known() const
    {
        return scheduleFacts(m_desk->history(), m_profile, m_desk->data->program().version).value();
    }

    void note(const QList<ScheduleNote> &notes) const
    {
        if (!m_desk->data->openScheduleLog().value()->note(m_profile.id, notes))
            qFatal("Nothing is noted");
    }

    // A run for a time of the schedule; without a state it has no end.
    void remember(const QDateTime &started, std::optional<State> state, const QDateTime &due, int attempt = 0) const
    {
        m_desk->remember(m_profile, started, state ? std::optional(ended(*state)) : std::nullopt, false,
                         {due, attempt});
    }

    std::unique_ptr<Desk> m_desk;
    Profiles::Profile m_profile;
};

QTEST_GUILESS_MAIN(TestTurn)
#include "tst_turn.moc"
