#include "profiles/schedule.h"
#include "support/schedules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Profiles;
using Reason = ScheduleFault::Reason;

Q_DECLARE_METATYPE(Profiles::Schedule)

namespace {

Automatically on(const Days &days, const QDate &start = {})
{
    return {.timetable = {days, SetTimes{}, start, u"Europe/Berlin"_s}};
}

Automatically at(const Times &times)
{
    return {.timetable = {EveryDays{}, times, {}, u"Europe/Berlin"_s}};
}

Automatically in(const QString &timeZone)
{
    return {.timetable = Support::daily({6, 0}, timeZone)};
}

} // namespace

class TestSchedule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsPossible_data()
    {
        QTest::addColumn<Schedule>("schedule");
        const auto row = [](const char *name, const Schedule &schedule) { QTest::newRow(name) << schedule; };
        const QDate start(2026, 1, 31);
        row("manually", Manually{30});
        row("every third day", on(EveryDays{3}, start));
        row("every second week", on(EveryWeeks{2, {Qt::Tuesday, Qt::Sunday}}, start));
        row("last day", on(DaysOfMonth{EveryMonths{}, {lastOfMonth}}));
        row("29 February", on(DaysOfMonth{NamedMonths{{2}}, {29}}));
        row("the 31st, every second month", on(DaysOfMonth{EveryMonths{2}, {31}}, start));
        row("first and last Friday", on(WeekdaysOfMonth{EveryMonths{}, {1, lastOfMonth}, {Qt::Friday}}));
        row("third business day", on(BusinessDay{EveryMonths{}, 3}));
        row("business days without a weekend", on(BusinessDay{EveryMonths{}, -maxBusinessDay, {}}));
        row("every quarter of an hour", at(Interval{15min}));
        row("once, by an interval", at(Interval{24h, {6, 0}}));
        row("a day with a short night", at(SetTimes{{QTime(0, 0), QTime(23, 45)}}));
        row("UTC", in(u"UTC"_s));
        row("an offset with a sign", in(u"Etc/GMT+3"_s));
        row("a city in a state", in(u"America/Argentina/Buenos_Aires"_s));
    }
    void everyKindIsPossible()
    {
        QFETCH(const Schedule, schedule);
        QVERIFY(check(schedule));
    }

    void impossibleSchedulesAreRefused_data()
    {
        QTest::addColumn<Schedule>("schedule");
        QTest::addColumn<Reason>("reason");
        const auto row = [](const char *name, const Schedule &schedule, Reason reason) {
            QTest::newRow(name) << schedule << reason;
        };
        const QDate start(2026, 1, 31);
        const EveryMonths everyMonth{};
        row("every zeroth day", on(EveryDays{0}), Reason::Count);
        row("every 367th day", on(EveryDays{367}, start), Reason::Count);
        row("every zeroth month", on(DaysOfMonth{EveryMonths{0}, {1}}), Reason::Count);
        row("every second day, from when?", on(EveryDays{2}), Reason::NoStart);
        row("every second week, from when?", on(EveryWeeks{2}), Reason::NoStart);
        row("every second month, from when?", on(BusinessDay{EveryMonths{2}}), Reason::NoStart);
        row("no weekday", on(EveryWeeks{1, {}}), Reason::NoDay);
        row("no day", on(DaysOfMonth{everyMonth, {}}), Reason::NoDay);
        row("no month", on(DaysOfMonth{NamedMonths{}, {1}}), Reason::NoDay);
        row("no weekday of the month", on(WeekdaysOfMonth{everyMonth, {}, {Qt::Monday}}), Reason::NoDay);
        row("day 32", on(DaysOfMonth{everyMonth, {32}}), Reason::Day);
        row("day 0", on(DaysOfMonth{everyMonth, {0}}), Reason::Day);
        row("last day first", on(DaysOfMonth{everyMonth, {lastOfMonth, 1}}), Reason::Day);
        row("month 13", on(DaysOfMonth{NamedMonths{{13}}, {1}}), Reason::Day);
        row("last month", on(DaysOfMonth{NamedMonths{{lastOfMonth}}, {1}}), Reason::Day);
        row("sixth Monday", on(WeekdaysOfMonth{everyMonth, {6}, {Qt::Monday}}), Reason::Day);
        row("weekday 0", on(EveryWeeks{1, {Qt::DayOfWeek(0)}}), Reason::Day);
        row("30 February", on(DaysOfMonth{NamedMonths{{2}}, {30, 31}}), Reason::NoSuchDay);
        row("the 31st, every year from June", on(DaysOfMonth{EveryMonths{12}, {31}}, {2026, 6, 1}), Reason::NoSuchDay);
        row("the 31st, every fifth of twelve months", on(DaysOfMonth{EveryMonths{12}, {30}}, {2026, 2, 1}),
            Reason::NoSuchDay);
        row("business day 0", on(BusinessDay{everyMonth, 0}), Reason::BusinessDay);
        row("business day 21", on(BusinessDay{everyMonth, 21}), Reason::BusinessDay);
        row("business day -21", on(BusinessDay{everyMonth, -21}), Reason::BusinessDay);
        Weekdays week = workweek;
        week << Qt::Saturday << Qt::Sunday;
        row("a week of weekends", on(BusinessDay{everyMonth, 1, week}), Reason::OnlyWeekend);
        row("no time", at(SetTimes{{}}), Reason::NoTime);
        row("an invalid time", at(SetTimes{{QTime()}}), Reason::Time);
        row("a time with seconds", at(SetTimes{{QTime(6, 0, 1)}}), Reason::Time);
        row("hours with seconds", at(Interval{60min, QTime(6, 0), QTime(7, 0, 1)}), Reason::Time);
        SetTimes many{.times = {}};
        for (int hour = 0; hour <= maxTimes; ++hour)
            many.times.append(QTime(hour, 0));
        row("thirteen times", at(many), Reason::TooManyTimes);
        row("times 14 minutes apart", at(SetTimes{{QTime(6, 0), QTime(6, 14)}}), Reason::TooOften);
        row("times 14 minutes apart over midnight", at(SetTimes{{QTime(0, 4), QTime(23, 50)}}), Reason::TooOften);
        row("every 14 minutes", at(Interval{14min}), Reason::TooOften);
        row("an interval whose last time is near midnight", at(Interval{23h + 50min}), Reason::TooOften);
        row("an interval of more than a day", at(Interval{25h}), Reason::Count);
        row("hours that end when they begin", at(Interval{60min, {8, 0}, {8, 0}}), Reason::EmptyHours);
        row("hours that end before they begin", at(Interval{60min, {18, 0}, {8, 0}}), Reason::EmptyHours);
        row("no time zone", in({}), Reason::TimeZone);
        row("a time zone with a line break", in(u"UTC\nOnCalendar=*"_s), Reason::TimeZone);
        row("a time zone that leads upwards", in(u"../UTC"_s), Reason::TimeZone);
        row("days in disorder", on(DaysOfMonth{everyMonth, {2, 1}}), Reason::Order);
        row("a day twice", on(DaysOfMonth{everyMonth, {1, 1}}), Reason::Order);
        row("weekdays in disorder", on(EveryWeeks{1, {Qt::Sunday, Qt::Monday}}), Reason::Order);
        row("times in disorder", at(SetTimes{{QTime(7, 0), QTime(6, 0)}}), Reason::Order);
        Automatically other = on(EveryDays{});
        other.retry = Retry{0, 15min};
        row("no retry", other, Reason::Retry);
        other.retry = Retry{3, 0min};
        row("retry without a wait", other, Reason::Retry);
        other.retry = Retry{3, 25h};
        row("retry after more than a day", other, Reason::Retry);
        other = on(EveryDays{});
        other.catchUp = -1min;
        row("caught up before", other, Reason::CatchUp);
        other.catchUp = maxCatchUp + 1min;
        row("caught up next quarter", other, Reason::CatchUp);
        other = on(EveryDays{});
        other.pauseAfter = maxFailures + 1;
        row("paused after 101 failures", other, Reason::Pause);
        row("reminder after more than a year", Manually{maxReminder + 1}, Reason::Reminder);
        row("reminder before", Manually{-1}, Reason::Reminder);
    }
    void impossibleSchedulesAreRefused()
    {
        QFETCH(const Schedule, schedule);
        QFETCH(const Reason, reason);
        const auto checked = check(schedule);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, Core::ErrorKind::InvalidInput);
        QVERIFY(checked.error().cause.as<ScheduleFault>());
        QCOMPARE(checked.error().cause.as<ScheduleFault>()->reason, reason);
    }

    void monthsRepeatWithTheYear()
    {
        const QDate november(2026, 11, 30);
        QCOMPARE(monthsOfYear(EveryMonths{3}, november), QList<int>({2, 5, 8, 11}));
        QCOMPARE(monthsOfYear(EveryMonths{12}, november), QList<int>({11}));
        QCOMPARE(monthsOfYear(EveryMonths{8}, november), QList<int>({3, 7, 11}));
        QCOMPARE(monthsOfYear(EveryMonths{5}, november).size(), 12);
        QCOMPARE(monthsOfYear(EveryMonths{1}, {}).size(), 12);
        QCOMPARE(monthsOfYear(NamedMonths{{4, 10}}, november), QList<int>({4, 10}));
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
