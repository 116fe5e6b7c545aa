#include "ui/home/scheduledtimes.h"

#include "schedule/holidays.h"
#include "schedule/nexttimes.h"
#include "support/profiles.h"
#include "support/schedules.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Profiles::Automatically;
using Profiles::Profile;
using Ui::ScheduledTimes;

namespace {

Profile scheduled(const Profiles::Timetable &timetable)
{
    Profile profile = Support::profile();
    profile.schedule = Automatically{.timetable = timetable};
    return profile;
}

} // namespace

class TestScheduledTimes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreThoseOfTheSchedules()
    {
        const Profile daily = scheduled(Support::daily({6, 0}));
        const Profile weekly = scheduled({Profiles::EveryWeeks{1, {Qt::Monday}}, {}, {}, u"Asia/Kolkata"_s});
        const Profile manual = Support::profile();
        ScheduledTimes times;
        QSignalSpy changed(&times, &ScheduledTimes::changed);
        times.set({daily, weekly, manual});
        QVERIFY(!times.of(daily.id)); // not known yet
        QVERIFY(changed.wait());
        for (const Profile &one : {daily, weekly}) {
            const auto time = times.of(one.id);
            QVERIFY(time && *time);
            const auto next = ::Schedule::nextTimes(std::get<Automatically>(one.schedule).timetable, {},
                                                    QDateTime::currentDateTimeUtc(), 1);
            QCOMPARE(**time, next->first());
        }
        QVERIFY(!times.of(manual.id));
    }

    void anotherScheduleHasNoTimeUntilItIsKnown()
    {
        Profile one = scheduled(Support::daily({6, 0}));
        ScheduledTimes times;
        QSignalSpy changed(&times, &ScheduledTimes::changed);
        times.set({one});
        QVERIFY(changed.wait());
        const auto before = times.of(one.id);
        times.set({one}); // the same
        QVERIFY(times.of(one.id));
        one.schedule = Automatically{.timetable = Support::daily({18, 0})};
        times.set({one});
        QVERIFY(!times.of(one.id));
        QVERIFY(changed.wait());
        QVERIFY(**times.of(one.id) != **before);
        one.schedule = Profiles::Manually{};
        times.set({one});
        QVERIFY(!times.of(one.id));
    }

    void withoutItsHolidaysItIsNotKnown()
    {
        QTemporaryDir folder;
        const Profile one =
            scheduled({Profiles::BusinessDay{.holidays = folder.filePath(u"gone.ics"_s)}, {}, {}, u"Europe/Berlin"_s});
        ScheduledTimes times;
        QSignalSpy changed(&times, &ScheduledTimes::changed);
        times.set({one});
        QVERIFY(changed.wait());
        QVERIFY(!*times.of(one.id));
        QCOMPARE(times.of(one.id)->error().kind, Core::ErrorKind::Disk);
    }
};

QTEST_GUILESS_MAIN(TestScheduledTimes)
#include "tst_scheduledtimes.moc"
