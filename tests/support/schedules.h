#pragma once

#include "profiles/schedule.h"

#include <QRandomGenerator>

// Schedules for tests.
namespace Support {

using namespace Qt::StringLiterals;

// With daylight saving of one hour in both hemispheres, of half an hour, at midnight, during Ramadan, and without.
[[nodiscard]] inline const QStringList &timeZones()
{
    static const QStringList zones{u"Europe/Berlin"_s,       u"America/New_York"_s, u"Australia/Sydney"_s,
                                   u"Australia/Lord_Howe"_s, u"America/Havana"_s,   u"Asia/Beirut"_s,
                                   u"Africa/Casablanca"_s,   u"Asia/Kolkata"_s,     u"UTC"_s};
    return zones;
}

[[nodiscard]] inline Profiles::Timetable daily(const QTime &time, const QString &timeZone = u"Europe/Berlin"_s)
{
    return {Profiles::EveryDays{}, Profiles::SetTimes{{time}}, {}, timeZone};
}

// Half a day from now: it is neither due nor about to be, whenever the test runs.
[[nodiscard]] inline Profiles::Timetable dailyNotNow()
{
    const QTime time = QDateTime::currentDateTimeUtc().addSecs(12 * 60 * 60).time();
    return daily({time.hour(), time.minute()}, u"UTC"_s);
}

// Some of the numbers from `first` to `last`, ascending, at least one.
[[nodiscard]] inline QList<int> someNumbers(QRandomGenerator &random, int first, int last)
{
    QList<int> some;
    for (int number = first; number <= last; ++number) {
        if (random.bounded(3) == 0)
            some.append(number);
    }
    return some.isEmpty() ? QList<int>{random.bounded(first, last + 1)} : some;
}

[[nodiscard]] inline Profiles::Weekdays someWeekdays(QRandomGenerator &random)
{
    Profiles::Weekdays days;
    for (const int day : someNumbers(random, Qt::Monday, Qt::Sunday))
        days.append(Qt::DayOfWeek(day));
    return days;
}

[[nodiscard]] inline Profiles::Months randomMonths(QRandomGenerator &random)
{
    if (random.bounded(2))
        return Profiles::NamedMonths{someNumbers(random, 1, 12)};
    return Profiles::EveryMonths{random.bounded(2) ? 1 : random.bounded(2, 13)};
}

[[nodiscard]] inline Profiles::Days randomDays(QRandomGenerator &random)
{
    const auto withLast = [&random](QList<int> numbers) {
        if (random.bounded(3) == 0)
            numbers.append(Profiles::lastOfMonth);
        return numbers;
    };
    switch (random.bounded(5)) {
    case 0: return Profiles::EveryDays{random.bounded(2) ? 1 : random.bounded(2, 40)};
    case 1: return Profiles::EveryWeeks{random.bounded(2) ? 1 : random.bounded(2, 9), someWeekdays(random)};
    case 2: return Profiles::DaysOfMonth{randomMonths(random), withLast(someNumbers(random, 1, 29))};
    case 3:
        return Profiles::WeekdaysOfMonth{randomMonths(random), withLast(someNumbers(random, 1, 5)),
                                         someWeekdays(random)};
    default:
        return Profiles::BusinessDay{randomMonths(random),
                                     random.bounded(1, Profiles::maxBusinessDay + 1) * (random.bounded(2) ? 1 : -1),
                                     random.bounded(4) ? Profiles::Weekdays{Qt::Saturday, Qt::Sunday}
                                                       : Profiles::Weekdays{Qt::Friday, Qt::Saturday}};
    }
}

[[nodiscard]] inline Profiles::Times randomTimes(QRandomGenerator &random)
{
    if (random.bounded(2)) {
        const int from = random.bounded(23 * 60);
        const int to = random.bounded(2) ? 0 : random.bounded(from + 1, 24 * 60);
        return Profiles::Interval{
            std::chrono::minutes(random.bounded(2) ? 60 * random.bounded(1, 13) : random.bounded(15, 200)),
            QTime(from / 60, from % 60), QTime(to / 60, to % 60)};
    }
    Profiles::SetTimes set{.times = {}};
    for (int minute = random.bounded(200); minute < 24 * 60 - 15 && set.times.size() < Profiles::maxTimes;
         minute += random.bounded(15, 800))
        set.times.append(QTime(minute / 60, minute % 60));
    return set;
}

// One that check() accepts. It may never occur: the 20th business day of a month with holidays.
[[nodiscard]] inline Profiles::Automatically randomAutomatically(QRandomGenerator &random)
{
    while (true) {
        Profiles::Automatically schedule{.timetable = {randomDays(random), randomTimes(random),
                                                       QDate(2025, 1, 1).addDays(random.bounded(900)),
                                                       timeZones()[random.bounded(int(timeZones().size()))]},
                                         .catchUp = std::chrono::minutes(random.bounded(2000)),
                                         .onlyNewData = random.bounded(2) > 0,
                                         .pauseAfter = random.bounded(10),
                                         .confirmChanges = random.bounded(2) > 0};
        if (random.bounded(2))
            schedule.retry = Profiles::Retry{random.bounded(1, 11), std::chrono::minutes(random.bounded(1, 200))};
        if (Profiles::check(schedule))
            return schedule;
    }
}

[[nodiscard]] inline Profiles::Schedule randomSchedule(QRandomGenerator &random)
{
    if (random.bounded(4))
        return randomAutomatically(random);
    return Profiles::Manually{random.bounded(100)};
}

} // namespace Support
