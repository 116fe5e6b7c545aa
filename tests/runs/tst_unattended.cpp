#include "runs/unattended.h"

#include "core/filelock.h"
#include "runs/scheduledrun.h"
#include "support/desk.h"
#include "support/profiles.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Runs::Unattended;
using Support::Desk;
using Writeback::State;
using Kind = Runs::ScheduleStanding::Kind;

class TestUnattended final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_profile = Support::profile();
        m_profile.schedule = Profiles::Automatically{.timetable = Support::dailyNotNow()};
    }

    void scheduledWritebackIsThereWithItsLastRun()
    {
        QCOMPARE(found().size(), 1);
        QVERIFY(!found().first().last);
        remember(State::Failed);
        const Unattended one = found().value(0);
        QCOMPARE(one.profile, m_profile);
        QCOMPARE(one.standing.value().kind, Kind::Waiting);
        QCOMPARE(one.last->state, Writeback::name(State::Failed));
    }

    void archivedOneIsLeftOut()
    {
        m_profile.archived = true;
        QVERIFY(found().isEmpty());
    }

    void oneOfTheSessionIsLeftOut()
    {
        m_desk->store.addProfileForSession(m_profile);
        QCOMPARE(m_desk->store.profiles().size(), 1);
        QVERIFY(Runs::watchedIn(m_desk->store, *m_desk->data).profiles.isEmpty());
    }

    void nothingIsKnownWhereTheHistoryIsNotKept()
    {
        QVERIFY(m_desk->store.save(m_profile));
        QCOMPARE(Runs::watchedIn(m_desk->store, *m_desk->data).profiles.size(), 1);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Runs::DataFolder inMemory(file.fileName() + u"/folder"_s, m_desk->data->program());
        QCOMPARE(inMemory.keeping(), Runs::DataFolder::Keeping::InMemory);
        QVERIFY(Runs::watchedIn(m_desk->store, inMemory).profiles.isEmpty());
    }

    void whatAPersonEndedIsLeftOut()
    {
        remember(State::Cancelled);
        QVERIFY(found().isEmpty());
        remember(State::Refused, Core::ErrorKind::Declined);
        QVERIFY(found().isEmpty());
        remember(State::Refused, Core::ErrorKind::Guarded);
        QCOMPARE(found().size(), 1);
        remember(State::Cancelled, {}, {.due = QDateTime::currentDateTimeUtc()}); // of a scheduler's start
        QCOMPARE(found().size(), 1);
    }

    void startOfASchedulerIsWaitedFor()
    {
        Core::FileLock start;
        QVERIFY(start.take(Runs::turnLockOf(m_profile.id, m_desk->data->books().lockFolder)));
        QVERIFY(found().isEmpty());
        start.release();
        QCOMPARE(found().size(), 1);
    }

    void unreadableHolidaysAreThere()
    {
        Profiles::Automatically schedule{.timetable = Support::dailyNotNow()};
        schedule.timetable.days = Profiles::BusinessDay{.holidays = u"/nowhere/holidays.ics"_s};
        m_profile.schedule = schedule;
        const Unattended one = found().value(0);
        QVERIFY(!one.standing);
        QCOMPARE(one.standing.error().kind, Core::ErrorKind::Disk);
    }

    void manualOneIsThereOnceItIsToBeRunAgainOrVerified()
    {
        m_profile.schedule = Profiles::Manually();
        m_profile.schedule = Profiles::Manually{.remindAfterDays = 2};
        QVERIFY(found().isEmpty()); // it was never run
        m_profile.schedule = Profiles::Manually();
        remember(State::Failed);
        QVERIFY(found(3).isEmpty()); // nobody wants to be reminded of it
        m_profile.schedule = Profiles::Manually{.remindAfterDays = 2};
        QVERIFY(found().isEmpty()); // somebody was there
        QCOMPARE(found(3).value(0).standing.value().kind, Kind::Reminder);
        remember(State::Verified);
        QCOMPARE(found().value(0).standing.value().kind, Kind::None);
        QCOMPARE(found(3).value(0).standing.value().kind, Kind::Reminder);
    }

private:
    [[nodiscard]] QList<Unattended> found(int inDays = 0) const
    {
        const Runs::Watched watched{
            .profiles = {m_profile}, .lockFolder = m_desk->data->books().lockFolder, .programVersion = u"1"_s};
        return Runs::unattended(watched, m_desk->history(), QDateTime::currentDateTimeUtc().addDays(inDays));
    }

    void remember(State state, std::optional<Core::ErrorKind> why = {}, const Writeback::Occasion &occasion = {})
    {
        Writeback::RunReport report;
        report.state = state;
        if (why)
            report.error = Core::Error{.kind = *why};
        m_desk->remember(m_profile, QDateTime::currentDateTimeUtc(), report, false, occasion);
    }

    std::unique_ptr<Desk> m_desk;
    Profiles::Profile m_profile;
};

QTEST_GUILESS_MAIN(TestUnattended)
#include "tst_unattended.moc"
