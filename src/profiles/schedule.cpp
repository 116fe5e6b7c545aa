#include "profiles/schedule.h"

#include <QRegularExpression>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

using Reason = ScheduleFault::Reason;
using Checked = Core::Result<void>;

constexpr int dayMinutes = 24 * 60;

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

template <typename T> bool isAscending(const QList<T> &list)
{
    return std::ranges::adjacent_find(list, std::greater_equal<>()) == list.end();
}

// Numbers from 1 on, with lastOfMonth at their end where that makes sense.
Checked checkNumbers(QList<int> numbers, int last, bool mayBeLast)
{
    if (numbers.isEmpty())
        return scheduleFault(Reason::NoDay);
    if (mayBeLast && numbers.back() == lastOfMonth)
        numbers.removeLast();
    for (const int number : numbers) {
        if (number < 1 || number > last)
            return scheduleFault(Reason::Day, QString::number(number));
    }
    return isAscending(numbers) ? Checked() : scheduleFault(Reason::Order);
}

Checked checkWeekdays(const Weekdays &days)
{
    if (days.isEmpty())
        return scheduleFault(Reason::NoDay);
    for (const Qt::DayOfWeek day : days) {
        if (day < Qt::Monday || day > Qt::Sunday)
            return scheduleFault(Reason::Day, QString::number(day));
    }
    return isAscending(days) ? Checked() : scheduleFault(Reason::Order);
}

Checked checkCount(int count, const QDate &start)
{
    if (count < 1 || count > maxEvery)
        return scheduleFault(Reason::Count, QString::number(count));
    return count == 1 || start.isValid() ? Checked() : scheduleFault(Reason::NoStart);
}

Checked checkMonths(const Months &months, const QDate &start)
{
    if (const auto *every = std::get_if<EveryMonths>(&months))
        return checkCount(every->months, start);
    return checkNumbers(std::get<NamedMonths>(months).months, 12, false);
}

// The days are checked already.
bool hasSuchADay(const DaysOfMonth &rule, const QDate &start)
{
    const int leapYear = 2028;
    return std::ranges::any_of(monthsOfYear(rule.months, start), [&rule](int month) {
        return QDate(leapYear, month, 1).daysInMonth() >= rule.days.front();
    });
}

Checked checkDays(const Timetable &timetable)
{
    const QDate start = timetable.start;
    if (const auto *days = std::get_if<EveryDays>(&timetable.days))
        return checkCount(days->days, start);
    if (const auto *weeks = std::get_if<EveryWeeks>(&timetable.days)) {
        const auto count = checkCount(weeks->weeks, start);
        return count ? checkWeekdays(weeks->on) : count;
    }
    if (const auto months = checkMonths(*monthsOf(timetable.days), start); !months)
        return Core::propagate(months);
    if (const auto *rule = std::get_if<DaysOfMonth>(&timetable.days)) {
        const auto days = checkNumbers(rule->days, 31, true);
        return !days || hasSuchADay(*rule, start) ? days : scheduleFault(Reason::NoSuchDay);
    }
    if (const auto *rule = std::get_if<WeekdaysOfMonth>(&timetable.days)) {
        const auto which = checkNumbers(rule->which, 5, true);
        return which ? checkWeekdays(rule->on) : which;
    }
    const auto &rule = std::get<BusinessDay>(timetable.days);
    if (rule.which == 0 || std::abs(rule.which) > maxBusinessDay)
        return scheduleFault(Reason::BusinessDay, QString::number(rule.which));
    if (rule.weekend.size() >= 7)
        return scheduleFault(Reason::OnlyWeekend);
    return rule.weekend.isEmpty() ? Checked() : checkWeekdays(rule.weekend);
}

bool isWholeMinute(const QTime &time)
{
    return time.isValid() && time.msecsSinceStartOfDay() % 60'000 == 0;
}

Checked checkTimes(const SetTimes &set)
{
    if (set.times.isEmpty())
        return scheduleFault(Reason::NoTime);
    if (set.times.size() > maxTimes)
        return scheduleFault(Reason::TooManyTimes, QString::number(set.times.size()));
    for (const QTime &time : set.times) {
        if (!isWholeMinute(time))
            return scheduleFault(Reason::Time, time.toString(Qt::ISODateWithMs));
    }
    if (!isAscending(set.times))
        return scheduleFault(Reason::Order);
    // The last of a day and the first of the next one, too.
    for (qsizetype i = 0; i < set.times.size(); ++i) {
        const int next = minuteOf(set.times[(i + 1) % set.times.size()]) + (i + 1 < set.times.size() ? 0 : dayMinutes);
        if (next - minuteOf(set.times[i]) < minimumGap.count())
            return scheduleFault(Reason::TooOften);
    }
    return {};
}

Checked checkTimes(const Interval &interval)
{
    for (const QTime &time : {interval.from, interval.to}) {
        if (!isWholeMinute(time))
            return scheduleFault(Reason::Time, time.toString(Qt::ISODateWithMs));
    }
    if (interval.every < minimumGap)
        return scheduleFault(Reason::TooOften, QString::number(interval.every.count()));
    if (interval.every.count() > dayMinutes)
        return scheduleFault(Reason::Count, QString::number(interval.every.count()));
    if (interval.to != QTime(0, 0) && interval.to <= interval.from)
        return scheduleFault(Reason::EmptyHours);
    // The last of a day and the first of the next one, too.
    const int length = (interval.to == QTime(0, 0) ? dayMinutes : minuteOf(interval.to)) - minuteOf(interval.from);
    const auto every = int(interval.every.count());
    const int last = (length - 1) / every * every;
    return dayMinutes - last >= minimumGap.count() ? Checked() : scheduleFault(Reason::TooOften);
}

} // namespace

Core::Failure scheduleFault(ScheduleFault::Reason reason, const QString &subject)
{
    return Core::fail(Core::ErrorKind::InvalidInput, subject, {}, ScheduleFault{reason});
}

Core::Result<void> check(const Schedule &schedule)
{
    if (const auto *manually = std::get_if<Manually>(&schedule))
        return manually->remindAfterDays >= 0 && manually->remindAfterDays <= maxReminder
            ? Checked()
            : scheduleFault(Reason::Reminder, QString::number(manually->remindAfterDays));
    const auto &automatically = std::get<Automatically>(schedule);
    if (const auto days = checkDays(automatically.timetable); !days)
        return Core::propagate(days);
    const auto times = std::visit([](const auto &rule) { return checkTimes(rule); }, automatically.timetable.times);
    if (!times)
        return Core::propagate(times);
    static const QRegularExpression zone(u"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"_s);
    if (!zone.match(automatically.timetable.timeZone).hasMatch())
        return scheduleFault(Reason::TimeZone, automatically.timetable.timeZone);
    if (const auto &retry = automatically.retry) {
        if (retry->tries < 1 || retry->tries > maxTries || retry->wait < std::chrono::minutes(1)
            || retry->wait > maxWait)
            return scheduleFault(Reason::Retry);
    }
    if (automatically.catchUp < std::chrono::minutes(0) || automatically.catchUp > maxCatchUp)
        return scheduleFault(Reason::CatchUp, QString::number(automatically.catchUp.count()));
    if (automatically.pauseAfter < 0 || automatically.pauseAfter > maxFailures)
        return scheduleFault(Reason::Pause, QString::number(automatically.pauseAfter));
    return {};
}

const Months *monthsOf(const Days &days)
{
    if (const auto *rule = std::get_if<DaysOfMonth>(&days))
        return &rule->months;
    if (const auto *rule = std::get_if<WeekdaysOfMonth>(&days))
        return &rule->months;
    const auto *rule = std::get_if<BusinessDay>(&days);
    return rule ? &rule->months : nullptr;
}

QList<int> monthsOfYear(const Months &months, const QDate &start)
{
    if (const auto *named = std::get_if<NamedMonths>(&months))
        return named->months;
    const int every = std::get<EveryMonths>(months).months;
    const int first = every == 1 ? 1 : start.month();
    QList<int> list;
    for (int month = 1; month <= 12; ++month) {
        // Some multiple of `every` leads from the first to this one.
        if ((month - first) % std::gcd(every, 12) == 0)
            list.append(month);
    }
    return list;
}

} // namespace Profiles
