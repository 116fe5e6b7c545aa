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
        remember(State::Failed);
        QVERIFY(found().isEmpty()); // nobody wants to be reminded of it
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
        return Runs::unattended({m_profile}, m_desk->history(), m_desk->data->books().lockFolder, u"1"_s,
                                QDateTime::currentDateTimeUtc().addDays(inDays));
    }

    void remember(State state)
    {
        Writeback::RunReport report;
        report.state = state;
        m_desk->remember(m_profile, QDateTime::currentDateTimeUtc(), report);
    }

    std::unique_ptr<Desk> m_desk;
    Profiles::Profile m_profile;
};

QTEST_GUILESS_MAIN(TestUnattended)
#include "tst_unattended.moc"
