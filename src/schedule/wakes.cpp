#include "schedule/wakes.h"

#include "schedule/dayrule.h"
#include "schedule/localtime.h"

#include <QSet>

namespace Schedule {

namespace {

using namespace Profiles;

constexpr int longestMonth = 31;
constexpr int shortestMonth = 28;
constexpr int comparedYears = 5;

template <typename T> QList<T> sorted(const QSet<T> &set)
{
    QList<T> list(set.begin(), set.end());
    std::ranges::sort(list);
    return list;
}

QList<int> range(int first, int last)
{
    QList<int> list;
    for (int number = first; number <= last; ++number)
        list.append(number);
    return list;
}

QList<int> monthsOf(const Months &months, const QDate &start)
{
    const QList<int> all = monthsOfYear(months, start);
    return all.size() == 12 ? QList<int>() : all;
}

// Where the n-th business day can be, as days counted from the same end of the month: depending on the weekday that the
// month begins (or ends) with, and on holidays.
QList<int> whereBusinessDay(const BusinessDay &rule)
{
    int earliest = longestMonth;
    int latest = 1;
    for (int weekday = Qt::Monday; weekday <= Qt::Sunday; ++weekday) {
        int day = 0;
        for (int count = 0; count < std::abs(rule.which); ++day) {
            const int step = rule.which > 0 ? day : -day;
            const int at = ((weekday - 1 + step) % 7 + 7) % 7 + 1;
            count += rule.weekend.contains(Qt::DayOfWeek(at)) ? 0 : 1;
        }
        earliest = std::min(earliest, day);
        latest = std::max(latest, day);
    }
    QList<int> days = range(earliest, rule.holidays.isEmpty() ? std::min(latest, longestMonth) : longestMonth);
    if (rule.which < 0) {
        for (int &day : days)
            day = -day;
        std::ranges::reverse(days);
    }
    return days;
}

Weekdays without(const Weekdays &weekend)
{
    Weekdays days;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (!weekend.contains(Qt::DayOfWeek(day)))
            days.append(Qt::DayOfWeek(day));
    }
    return weekend.isEmpty() ? Weekdays() : days;
}

// By how many minutes the clocks of one zone are ahead of those of the other.
QList<int> differences(const QTimeZone &here, const QTimeZone &there, const QDateTime &now)
{
    QList<QDateTime> changes{now};
    for (const QTimeZone &zone : {here, there}) {
        for (const QTimeZone::OffsetData &change : zone.transitions(now, now.addYears(comparedYears)))
            changes.append(change.atUtc);
    }
    QSet<int> found;
    for (const QDateTime &time : changes)
        found.insert((here.offsetFromUtc(time) - there.offsetFromUtc(time)) / 60);
    return sorted(found);
}

} // namespace

WakeDays wakeDays(const Timetable &timetable)
{
    if (const auto *weeks = std::get_if<EveryWeeks>(&timetable.days))
        return {.weekdays = weeks->on.size() == 7 ? Weekdays() : weeks->on};
    const Months *months = Profiles::monthsOf(timetable.days);
    if (!months)
        return {};
    WakeDays wakes{.months = monthsOf(*months, timetable.start)};
    if (const auto *rule = std::get_if<DaysOfMonth>(&timetable.days)) {
        wakes.days = rule->days;
    } else if (const auto *which = std::get_if<WeekdaysOfMonth>(&timetable.days)) {
        wakes.weekdays = which->on;
        for (const int number : which->which)
            wakes.days +=
                number == lastOfMonth ? range(-7, -1) : range(number * 7 - 6, std::min(number * 7, longestMonth));
    } else {
        const auto &business = std::get<BusinessDay>(timetable.days);
        wakes.days = whereBusinessDay(business);
        wakes.weekdays = without(business.weekend);
    }
    return wakes;
}

QList<WakeTimes> wakeTimes(const QList<QTime> &times)
{
    QMap<int, QList<int>> minutesOfHour;
    for (const QTime &time : times)
        minutesOfHour[time.hour()].append(time.minute());
    QList<WakeTimes> wakes;
    for (const auto &[hour, minutes] : minutesOfHour.asKeyValueRange()) {
        const auto same = std::ranges::find(wakes, minutes, &WakeTimes::minutes);
        if (same == wakes.end())
            wakes.append({{hour}, minutes});
        else
            same->hours.append(hour);
    }
    return wakes;
}

QList<int> fromTheFirst(const QList<int> &days)
{
    QSet<int> all;
    for (const int day : days) {
        const int last = day > 0 ? day : longestMonth + 1 + day;
        for (int one = day > 0 ? day : std::max(1, shortestMonth + 1 + day); one <= last; ++one)
            all.insert(one);
    }
    return sorted(all);
}

Core::Result<LocalWakes> localWakes(const Timetable &timetable, const QTimeZone &here, const QDateTime &now)
{
    const auto there = timeZoneNamed(timetable.timeZone);
    if (!there)
        return Core::propagate(there);
    const QList<QTime> times = timesOfDay(timetable.times);
    const QList<int> ahead = differences(here, *there, now);
    QSet<QTime> shifted;
    for (const int minutes : ahead) {
        for (const QTime &time : times)
            shifted.insert(time.addSecs(minutes * 60));
    }
    LocalWakes wakes{{}, sorted(shifted), ahead};
    if (wakes.isSameTime())
        wakes.days = wakeDays(timetable);
    return wakes;
}

} // namespace Schedule
