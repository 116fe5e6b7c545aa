#include "schedule/dayrule.h"

namespace Schedule {

namespace {

using namespace Profiles;

QDate mondayBefore(const QDate &date)
{
    return date.addDays(Qt::Monday - date.dayOfWeek());
}

bool isInMonths(const Months &months, const QDate &start, const QDate &date)
{
    if (const auto *named = std::get_if<NamedMonths>(&months))
        return named->months.contains(date.month());
    const int every = std::get<EveryMonths>(months).months;
    return every == 1 || ((date.year() - start.year()) * 12 + date.month() - start.month()) % every == 0;
}

bool isOn(const Weekdays &days, const QDate &date)
{
    return days.contains(Qt::DayOfWeek(date.dayOfWeek()));
}

bool isBusinessDay(const BusinessDay &rule, const QDate &date, const QSet<QDate> &holidays)
{
    return !isOn(rule.weekend, date) && !holidays.contains(date);
}

bool isBusinessDayWanted(const BusinessDay &rule, const QDate &date, const QSet<QDate> &holidays)
{
    if (!isBusinessDay(rule, date, holidays))
        return false;
    const int step = rule.which > 0 ? -1 : 1; // towards the end that is counted from
    int count = 1;
    for (QDate other = date.addDays(step); other.month() == date.month(); other = other.addDays(step))
        count += isBusinessDay(rule, other, holidays) ? 1 : 0;
    return count == std::abs(rule.which);
}

} // namespace

bool isRunDay(const Timetable &timetable, const QDate &date, const QSet<QDate> &holidays)
{
    const QDate start = timetable.start;
    if (start.isValid() && date < start)
        return false;
    if (const auto *days = std::get_if<EveryDays>(&timetable.days))
        return days->days == 1 || start.daysTo(date) % days->days == 0;
    if (const auto *weeks = std::get_if<EveryWeeks>(&timetable.days))
        return isOn(weeks->on, date)
            && (weeks->weeks == 1 || mondayBefore(start).daysTo(mondayBefore(date)) / 7 % weeks->weeks == 0);
    if (!isInMonths(*monthsOf(timetable.days), start, date))
        return false;
    const bool isLastDay = date.day() == date.daysInMonth();
    if (const auto *rule = std::get_if<DaysOfMonth>(&timetable.days))
        return rule->days.contains(date.day()) || (isLastDay && rule->days.back() == lastOfMonth);
    if (const auto *rule = std::get_if<WeekdaysOfMonth>(&timetable.days)) {
        const bool isLast = date.day() + 7 > date.daysInMonth();
        return isOn(rule->on, date)
            && (rule->which.contains((date.day() + 6) / 7) || (isLast && rule->which.back() == lastOfMonth));
    }
    return isBusinessDayWanted(std::get<BusinessDay>(timetable.days), date, holidays);
}

QList<QTime> timesOfDay(const Times &times)
{
    if (const auto *set = std::get_if<SetTimes>(&times))
        return set->times;
    const auto &interval = std::get<Interval>(times);
    const auto minuteOf = [](const QTime &time) { return time.msecsSinceStartOfDay() / 60'000; };
    const int end = interval.to == QTime(0, 0) ? 24 * 60 : minuteOf(interval.to);
    QList<QTime> list;
    for (int minute = minuteOf(interval.from); minute < end; minute += int(interval.every.count()))
        list.append(QTime(minute / 60, minute % 60));
    return list;
}

} // namespace Schedule
