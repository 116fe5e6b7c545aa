#include "schedule/nexttimes.h"
#include "support/profiles.h"
#include "support/schedules.h"
#include "ui/home/schedulestandings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Profiles::Automatically;
using Ui::ScheduleStandings;
using Kind = Runs::ScheduleStanding::Kind;

namespace {

ScheduleStandings::Scheduled scheduled(const Profiles::Timetable &timetable)
{
    return {.schedule = Automatically{.timetable = timetable}};
}

} // namespace

class TestScheduleStandings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standingsAreThoseOfTheSchedules()
    {
        const QHash<QString, ScheduleStandings::Scheduled> all{
            {u"daily"_s, scheduled(Support::daily({6, 0}))},
            {u"weekly"_s, scheduled({Profiles::EveryWeeks{1, {Qt::Monday}}, {}, {}, u"Asia/Kolkata"_s})},
            {u"forgotten"_s, {.schedule = Profiles::Manually{.remindAfterDays = 30}}}};
        ScheduleStandings standings;
        QSignalSpy changed(&standings, &ScheduleStandings::changed);
        standings.set(all);
        QVERIFY(!standings.of(u"daily"_s)); // not known yet
        QVERIFY(changed.wait());
        for (const QString &id : {u"daily"_s, u"weekly"_s}) {
            const auto standing = standings.of(id);
            QVERIFY(standing && *standing);
            const auto next = ::Schedule::nextTimes(std::get<Automatically>(all[id].schedule).timetable, {},
                                                    QDateTime::currentDateTimeUtc(), 1);
            QCOMPARE((*standing)->kind, Kind::Waiting);
            QCOMPARE((*standing)->time, next->first());
        }
        QCOMPARE((*standings.of(u"forgotten"_s))->kind, Kind::Reminder);
        QVERIFY(!standings.of(u"another"_s));
    }

    void factsOfTheHistoryDecide()
    {
        ScheduleStandings::Scheduled one = scheduled(Support::dailyNotNow());
        one.facts.since = QDateTime::currentDateTimeUtc().addDays(-3);
        one.facts.isInForce = true;
        ScheduleStandings standings;
        QSignalSpy changed(&standings, &ScheduleStandings::changed);
        standings.set({{u"one"_s, one}});
        QVERIFY(changed.wait());
        QCOMPARE((*standings.of(u"one"_s))->kind, Kind::Missed);
        one.lastRun = QDateTime::currentDateTimeUtc();
        standings.set({{u"one"_s, one}});
        QVERIFY(standings.of(u"one"_s)); // as it was, until the other one is known
        QVERIFY(changed.wait());
        QCOMPARE((*standings.of(u"one"_s))->kind, Kind::Waiting);
    }

    void anotherScheduleHasNoneUntilItIsKnown()
    {
        ScheduleStandings standings;
        QSignalSpy changed(&standings, &ScheduleStandings::changed);
        standings.set({{u"one"_s, scheduled(Support::daily({6, 0}))}});
        QVERIFY(changed.wait());
        const QDateTime before = (*standings.of(u"one"_s))->time;
        standings.set({{u"one"_s, scheduled(Support::daily({18, 0}))}});
        QVERIFY(!standings.of(u"one"_s));
        QVERIFY(changed.wait());
        QVERIFY((*standings.of(u"one"_s))->time != before);
        standings.set({});
        QVERIFY(!standings.of(u"one"_s));
    }

    void withoutItsHolidaysItIsNotKnown()
    {
        const QTemporaryDir folder;
        ScheduleStandings standings;
        QSignalSpy changed(&standings, &ScheduleStandings::changed);
        standings.set(
            {{u"one"_s,
              scheduled(
                  {Profiles::BusinessDay{.holidays = folder.filePath(u"gone.ics"_s)}, {}, {}, u"Europe/Berlin"_s})}});
        QVERIFY(changed.wait());
        QVERIFY(!*standings.of(u"one"_s));
        QCOMPARE(standings.of(u"one"_s)->error().kind, Core::ErrorKind::Disk);
    }
};

QTEST_GUILESS_MAIN(TestScheduleStandings)
#include "tst_schedulestandings.moc"
