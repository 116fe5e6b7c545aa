#include "core/filelock.h"
#include "runs/scheduledrun.h"
#include "schedule/due.h"
#include "schedule/handover.h"
#include "support/desk.h"
#include "support/fakeclock.h"
#include "support/schedules.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Runs;
using History::Noted;
using History::ScheduleNote;
using Support::Desk;
using Support::SandboxProcess;
using Writeback::State;
using Kind = ScheduledEnd::Kind;

Q_DECLARE_METATYPE(Runs::ScheduledEnd)

namespace {

constexpr int timeout = 20'000;

} // namespace

// Real runs against the sandbox, with the schedule by a clock of the test's own.
class TestScheduledRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_clock = std::make_unique<Support::FakeClock>(); // 08:00 UTC
        m_schedule = {.timetable = {Profiles::EveryDays{}, Profiles::Interval{}, {}, u"UTC"_s}};
    }

    void dueWritebackIsRunOnceForItsTime()
    {
        prepare();
        const ScheduledEnd first = start();
        QCOMPARE(first.kind, Kind::Run);
        QCOMPARE(first.first.due.time(), QTime(8, 0));
        QCOMPARE(states(first), QList{State::Verified});
        const auto recorded = m_desk->history().runs(m_profile.id).value();
        QCOMPARE(recorded.size(), 1);
        QCOMPARE(recorded[0].entry.occasion, first.first);
        m_clock->advance(5min);
        QCOMPARE(start().kind, Kind::NotDue);
        m_clock->advance(55min);
        QCOMPARE(states(start()), QList{State::NothingToDo});
        QCOMPARE(m_desk->history().runs(m_profile.id)->size(), 2);
    }

    void curableFailureIsRetriedUntilItIsCured()
    {
        m_schedule.retry = Profiles::Retry{3, 15min};
        prepare({u"--fault"_s, u"malformed@getDataSet#1"_s, u"--fault"_s, u"malformed@getDataSet#2"_s});
        ScheduledRun run(*m_desk->runs, m_desk->store, m_desk->secrets, *m_desk->data, *m_clock);
        QSignalSpy retrying(&run, &ScheduledRun::retrying);
        QSignalSpy finished(&run, &ScheduledRun::finished);
        run.start(m_profile.id, fingerprint());
        begin();
        QTRY_COMPARE_WITH_TIMEOUT(retrying.count(), 1, timeout);
        QCOMPARE(retrying[0][0].value<std::chrono::minutes>(), 15min);
        m_clock->advance(15min - 1ms);
        QVERIFY(!m_desk->runs->isRunning(m_profile.id));
        m_clock->advance(1ms);
        QTRY_COMPARE_WITH_TIMEOUT(retrying.count(), 2, timeout);
        m_clock->advance(15min);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, timeout);
        const auto end = finished[0][0].value<ScheduledEnd>();
        QCOMPARE(states(end), (QList{State::Failed, State::Failed, State::Verified}));
        const auto recorded = m_desk->history().runs(m_profile.id).value();
        QCOMPARE(recorded.size(), end.reports.size());
        for (qsizetype i = 0; i < recorded.size(); ++i) {
            QCOMPARE(recorded[i].entry.occasion.due, end.first.due);
            QCOMPARE(recorded[i].entry.occasion.attempt, int(recorded.size() - 1 - i));
        }
    }

    void noMoreRetriesThanWished()
    {
        m_schedule.retry = Profiles::Retry{1, 50min};
        prepare({u"--fault"_s, u"malformed@getDataSet#*"_s});
        ScheduledRun run(*m_desk->runs, m_desk->store, m_desk->secrets, *m_desk->data, *m_clock);
        QSignalSpy retrying(&run, &ScheduledRun::retrying);
        QSignalSpy finished(&run, &ScheduledRun::finished);
        run.start(m_profile.id, fingerprint());
        begin();
        QTRY_COMPARE_WITH_TIMEOUT(retrying.count(), 1, timeout);
        m_clock->advance(70min); // the next time of the schedule passes meanwhile
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, timeout);
        const auto end = finished[0][0].value<ScheduledEnd>();
        QCOMPARE(states(end), (QList{State::Failed, State::Failed}));
        QCOMPARE(end.notes, (QList<ScheduleNote>{{end.first.due.addSecs(3600), Noted::Overlapped, m_clock->utcNow()}}));
        QCOMPARE(m_desk->history().scheduleNotes(m_profile.id, 1).value(), end.notes);
        QCOMPARE(retrying.count(), 1);
        QCOMPARE(start().kind, Kind::NotDue); // that time is dealt with
    }

    void whatAPersonHasToMendIsNotRetried()
    {
        m_schedule.retry = Profiles::Retry{3, 15min};
        prepare();
        m_profile.dataSetId = u"00000000-1111-4222-8333-444444444444"_s;
        QVERIFY(m_desk->store.save(m_profile));
        const ScheduledEnd end = start();
        QCOMPARE(states(end), QList{State::Failed});
        QCOMPARE(end.reports[0].error->kind, Core::ErrorKind::NotFound);
    }

    void cancelEndsTheWaitForARetry()
    {
        m_schedule.retry = Profiles::Retry{3, 15min};
        prepare({u"--fault"_s, u"malformed@getDataSet#*"_s});
        ScheduledRun run(*m_desk->runs, m_desk->store, m_desk->secrets, *m_desk->data, *m_clock);
        QSignalSpy retrying(&run, &ScheduledRun::retrying);
        QSignalSpy finished(&run, &ScheduledRun::finished);
        run.start(m_profile.id, fingerprint());
        begin();
        QTRY_COMPARE_WITH_TIMEOUT(retrying.count(), 1, timeout);
        run.cancel();
        QCOMPARE(finished.count(), 1);
        m_clock->advance(60min);
        QCOMPARE(states(finished[0][0].value<ScheduledEnd>()), QList{State::Failed});
        QVERIFY(!m_desk->runs->isRunning(m_profile.id));
    }

    void pausesAfterFailuresAndGoesOnAfterAVerifiedRun()
    {
        m_schedule.pauseAfter = 2;
        prepare({u"--fault"_s, u"404@getDataSet#1"_s, u"--fault"_s, u"404@getDataSet#2"_s});
        QCOMPARE(states(start()), QList{State::Failed});
        m_clock->advance(60min);
        QCOMPARE(states(start()), QList{State::Failed});
        m_clock->advance(60min);
        const ScheduledEnd paused = start();
        QCOMPARE(paused.kind, Kind::Noted);
        QCOMPARE(paused.notes.last().what, Noted::Paused);
        QCOMPARE(m_desk->history().runs(m_profile.id)->size(), 2);

        QSignalSpy ended(m_desk->runs.get(), &ProfileRuns::ended);
        m_desk->runs->start(m_profile.id); // a person does
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, timeout);
        QCOMPARE(ended[0][1].value<Writeback::RunReport>().state, State::Verified);
        m_clock->advance(60min);
        QCOMPARE(states(start()), QList{State::NothingToDo});
    }

    void onlyNewDataIsRun()
    {
        m_schedule.onlyNewData = true;
        prepare();
        QCOMPARE(states(start()), QList{State::Verified}); // nothing is known of the data yet
        const int exports = m_sandbox->requests(u"exportDataSet"_s);
        const int spreadsheets = m_sandbox->requests(u"getSpreadsheetById"_s);
        m_clock->advance(60min);
        const ScheduledEnd end = start();
        QCOMPARE(end.kind, Kind::Noted);
        QCOMPARE(end.notes.last().what, Noted::NoNewData);
        QCOMPARE(m_sandbox->requests(u"exportDataSet"_s), exports);
        QCOMPARE(m_sandbox->requests(u"getSpreadsheetById"_s), spreadsheets);

        m_profile.region = Sheet::Region::parse(u"D5:"_s).value(); // the same data is new there
        QVERIFY(m_desk->store.save(m_profile));
        m_clock->advance(60min);
        QCOMPARE(states(start()), QList{State::Verified});
    }

    void otherProgramHasTheTurn()
    {
        prepare();
        Core::FileLock other;
        QVERIFY(other.take(m_desk->data->books().lockFolder + u"/schedule-%1.lock"_s.arg(m_profile.id)));
        QCOMPARE(start().kind, Kind::Elsewhere);
        QVERIFY(m_desk->history().scheduleNotes(m_profile.id)->isEmpty()); // it will note what passes
        other.release();
        QCOMPARE(states(start()), QList{State::Verified});
    }

    // As of a unit that somebody wrote by hand, and of one that still has the schedule from before an edit.
    void scheduleIsInForceOnceASchedulerStartsIt()
    {
        prepare();
        const ScheduledEnd other = start(u"0123456789abcdef"_s);
        QVERIFY(other.isOtherSchedule);
        QCOMPARE(states(other), QList{State::Verified});
        QCOMPARE(m_desk->history().scheduleInForce(m_profile.id).value(), QString());
        m_clock->advance(90min); // one time passes, and nobody could have known
        const ScheduledEnd first = start();
        QVERIFY(!first.isOtherSchedule);
        QCOMPARE(first.kind, Kind::NotDue);
        QCOMPARE(m_desk->history().scheduleInForce(m_profile.id).value(), fingerprint());
        m_clock->advance(60min);
        const ScheduledEnd late = start();
        QCOMPARE(late.kind, Kind::Noted);
        QCOMPARE(late.notes.size(), 1);
        QCOMPARE(late.notes[0].what, Noted::Missed);
    }

    // The times at which another schedule was saved are not missed once the first one is saved again.
    void scheduleIsOutOfForceWhileAnotherOneIsSaved()
    {
        prepare();
        QCOMPARE(states(start()), QList{State::Verified});
        QCOMPARE(m_desk->history().scheduleInForce(m_profile.id).value(), fingerprint());
        const Profiles::Schedule before = m_profile.schedule;
        m_profile.schedule = Profiles::Manually{};
        QVERIFY(m_desk->store.save(m_profile));
        m_clock->advance(60min);
        QCOMPARE(start().kind, Kind::NotScheduled);
        QCOMPARE(m_desk->history().scheduleInForce(m_profile.id).value(), QString());
        m_clock->advance(180min);
        m_profile.schedule = before;
        QVERIFY(m_desk->store.save(m_profile));
        m_clock->advance(30min);
        QCOMPARE(start().notes, QList<ScheduleNote>());
        QCOMPARE(m_desk->history().scheduleInForce(m_profile.id).value(), fingerprint());
    }

    // Its run may be interrupted, and due again.
    void outdatedTimerPutsNothingOutOfForceAfterWhatIsDue()
    {
        prepare();
        QCOMPARE(states(start()), QList{State::Verified});
        m_schedule.retry = Profiles::Retry{}; // another one is saved
        m_profile.schedule = m_schedule;
        QVERIFY(m_desk->store.save(m_profile));
        m_clock->advance(61min);
        const ScheduledEnd end = start(u"0123456789abcdef"_s);
        QVERIFY(end.isOtherSchedule);
        QCOMPARE(states(end), QList{State::NothingToDo});
        const auto notes = m_desk->history().scheduleNotes(m_profile.id, 1).value();
        QCOMPARE(notes[0].what, Noted::OutOfForce);
        QVERIFY(notes[0].due < end.first.due);
        QCOMPARE(m_desk->history().scheduleInForce(m_profile.id).value(), QString());
    }

    void manualAndArchivedWritebacksAreNotRun()
    {
        prepare();
        m_profile.archived = true;
        QVERIFY(m_desk->store.save(m_profile));
        QCOMPARE(start().kind, Kind::NotScheduled);
        m_profile.archived = false;
        m_profile.schedule = Profiles::Manually{};
        QVERIFY(m_desk->store.save(m_profile));
        QCOMPARE(start().kind, Kind::NotScheduled);
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s), 0);
    }

    void unreadableHolidaysRunNothing()
    {
        m_schedule.timetable.days = Profiles::BusinessDay{.holidays = u"/nowhere/holidays.ics"_s};
        prepare();
        const ScheduledEnd end = start();
        QVERIFY(end.error);
        QCOMPARE(end.error->kind, Core::ErrorKind::Disk);
        QVERIFY(end.reports.isEmpty());
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s), 0);
    }

private:
    void begin() const
    {
        m_clock->advance(0ms);
        m_clock->advance(Schedule::widestSpread);
    }

    void prepare(const QStringList &faults = {})
    {
        m_sandbox = std::make_unique<SandboxProcess>(faults);
        m_profile = m_desk->addProfile(*m_sandbox, u"Balance"_s);
        m_profile.schedule = m_schedule;
        if (!m_desk->store.save(m_profile))
            qFatal("The profile is not saved");
    }

    [[nodiscard]] QString fingerprint() const { return ::Schedule::fingerprint(m_schedule); }

    // As a scheduler does, until the end, without retries.
    [[nodiscard]] ScheduledEnd start() { return start(fingerprint()); }
    [[nodiscard]] ScheduledEnd start(const QString &fingerprint)
    {
        ScheduledRun run(*m_desk->runs, m_desk->store, m_desk->secrets, *m_desk->data, *m_clock);
        QSignalSpy finished(&run, &ScheduledRun::finished);
        run.start(m_profile.id, fingerprint);
        begin();
        if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, timeout))
            return {};
        if (!QTest::qWaitFor([this] { return !m_desk->runs->isRecording(); }, timeout))
            return {};
        return finished[0][0].value<ScheduledEnd>();
    }

    [[nodiscard]] static QList<State> states(const ScheduledEnd &end)
    {
        QList<State> all;
        for (const Writeback::RunReport &report : end.reports)
            all.append(report.state);
        return all;
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Support::FakeClock> m_clock;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Profiles::Automatically m_schedule;
    Profiles::Profile m_profile;
};

QTEST_GUILESS_MAIN(TestScheduledRun)
#include "tst_scheduledrun.moc"
