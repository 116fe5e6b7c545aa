#include "schedule/domoforms.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

using namespace Profiles;
using Form = Core::Result<std::optional<Timetable>>;

const QString utc = u"UTC"_s;
const QStringList monthNames{u"JAN"_s, u"FEB"_s, u"MAR"_s, u"APR"_s, u"MAY"_s, u"JUN"_s,
                             u"JUL"_s, u"AUG"_s, u"SEP"_s, u"OCT"_s, u"NOV"_s, u"DEC"_s};
const QStringList dayNames{u"SUN"_s, u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s, u"SAT"_s};

Core::Failure fault(DomoFormFault::Reason reason, const QString &subject)
{
    return Core::fail(Core::ErrorKind::InvalidInput, subject, {}, DomoFormFault{reason});
}

Form checked(const Timetable &timetable)
{
    if (const auto good = check(Automatically{.timetable = timetable}); !good)
        return Core::propagate(good);
    return timetable;
}

// What a field may have: numbers from `first` to `last`, the first of which may have names.
struct Range
{
    int first = 0;
    int last = 0;
    QStringList names{};
};

bool isAny(const QString &field)
{
    return field == "*"_L1 || field == "?"_L1;
}

std::optional<int> numberIn(const QString &text, const Range &range)
{
    if (const qsizetype name = range.names.indexOf(text); name >= 0)
        return range.first + int(name);
    static const QRegularExpression digits(u"^[0-9]{1,4}$"_s);
    const int number = text.toInt();
    if (!digits.match(text).hasMatch() || number < range.first || number > range.last)
        return {};
    return number;
}

// "5", "1-5", "13/30", "1-9/2", "*/10"
std::optional<QList<int>> numbersOfItem(const QString &item, const Range &range)
{
    const QStringList halves = item.split(u'/');
    const QStringList ends = halves.front().split(u'-');
    if (halves.size() > 2 || ends.size() > 2)
        return {};
    const bool isAll = halves.front() == "*"_L1;
    const auto first = isAll ? std::optional(range.first) : numberIn(ends.front(), range);
    const auto last = ends.size() == 2 ? numberIn(ends.back(), range)
        : isAll || halves.size() == 2  ? std::optional(range.last)
                                       : first;
    const auto step = halves.size() == 2 ? numberIn(halves.back(), {1, range.last, {}}) : std::optional(1);
    if (!first || !last || !step || *last < *first)
        return {};
    QList<int> numbers;
    for (int number = *first; number <= *last; number += *step)
        numbers.append(number);
    return numbers;
}

Core::Result<QList<int>> numbersOf(const QString &field, const Range &range)
{
    QSet<int> all;
    for (const QString &item : field.split(u',')) {
        const auto numbers = numbersOfItem(item, range);
        if (!numbers)
            return fault(DomoFormFault::Reason::Field, field);
        all.unite({numbers->begin(), numbers->end()});
    }
    QList<int> sorted(all.begin(), all.end());
    std::ranges::sort(sorted);
    return sorted;
}

// Quartz counts from Sunday.
Weekdays weekdaysOf(const QList<int> &numbers)
{
    Weekdays days;
    for (const int number : numbers)
        days.append(number == 1 ? Qt::Sunday : Qt::DayOfWeek(number - 1));
    std::ranges::sort(days);
    return days;
}

Core::Result<Times> timesOf(const QStringList &fields)
{
    const QString &minuteField = fields[1];
    const QString &hourField = fields[2];
    const auto minutes = numbersOf(minuteField, {0, 59, {}});
    const auto hours = numbersOf(hourField, {0, 23, {}});
    if (!minutes || !hours)
        return minutes ? Core::propagate(hours) : Core::propagate(minutes);
    QList<int> all; // minutes of the day
    for (const int hour : *hours) {
        for (const int minute : *minutes)
            all.append(hour * 60 + minute);
    }
    const auto timeOf = [](int minute) { return QTime(minute / 60 % 24, minute % 60); };
    const int step = all.size() < 2 ? 0 : all[1] - all[0];
    bool isInterval = all.size() > 2;
    for (qsizetype i = 2; i < all.size(); ++i)
        isInterval = isInterval && all[i] - all[i - 1] == step;
    if (isInterval)
        return Interval{std::chrono::minutes(step), timeOf(all.front()), timeOf(std::min(all.back() + step, 24 * 60))};
    if (all.size() > maxTimes)
        return fault(DomoFormFault::Reason::Times, minuteField + u' ' + hourField);
    SetTimes set{.times = {}};
    for (const int minute : all)
        set.times.append(timeOf(minute));
    return set;
}

Core::Result<Days> daysOfMonth(const QString &field, const Months &months)
{
    if (field.contains(u'W'))
        return fault(DomoFormFault::Reason::NearestWeekday, field);
    if (field == "L"_L1)
        return DaysOfMonth{months, {lastOfMonth}};
    const auto days = numbersOf(field, {1, 31, {}});
    if (!days)
        return Core::propagate(days);
    return DaysOfMonth{months, *days};
}

// "MON-FRI", "6#3" for the third Friday, "6L" for the last one.
Core::Result<Days> weekdays(const QString &field, const Months &months, bool isEveryMonth)
{
    const Range range{1, 7, dayNames};
    static const QRegularExpression nth(u"^([1-7]|[A-Z]{3})(?:#([1-5])|(L))$"_s);
    if (const auto match = nth.match(field); match.hasMatch()) {
        const auto day = numberIn(match.captured(1), range);
        if (!day)
            return fault(DomoFormFault::Reason::Field, field);
        return WeekdaysOfMonth{
            months, {match.captured(3).isEmpty() ? match.captured(2).toInt() : lastOfMonth}, weekdaysOf({*day})};
    }
    const auto numbers = numbersOf(field, range);
    if (!numbers)
        return Core::propagate(numbers);
    if (isEveryMonth)
        return EveryWeeks{1, weekdaysOf(*numbers)};
    return WeekdaysOfMonth{months, {1, 2, 3, 4, 5}, weekdaysOf(*numbers)};
}

Core::Result<Days> daysOf(const QStringList &fields)
{
    const QString &dayField = fields[3];
    const QString &monthField = fields[4];
    const QString &weekdayField = fields[5];
    const bool isEveryMonth = monthField == "*"_L1;
    Months months;
    if (!isEveryMonth) {
        const auto numbers = numbersOf(monthField, {1, 12, monthNames});
        if (!numbers)
            return Core::propagate(numbers);
        months = NamedMonths{*numbers};
    }
    if (!isAny(dayField) && !isAny(weekdayField))
        return fault(DomoFormFault::Reason::BothDays, dayField + u' ' + weekdayField);
    if (!isAny(weekdayField))
        return weekdays(weekdayField, months, isEveryMonth);
    if (!isAny(dayField))
        return daysOfMonth(dayField, months);
    if (isEveryMonth)
        return EveryDays{};
    QList<int> all(31);
    std::iota(all.begin(), all.end(), 1);
    return DaysOfMonth{months, all};
}

Form fromExpression(const QString &text)
{
    const QStringList fields = text.toUpper().split(u' ');
    if (fields.size() < 6 || fields.size() > 7)
        return fault(DomoFormFault::Reason::NotAForm, text);
    if (fields[0] != "0"_L1)
        return fault(DomoFormFault::Reason::Seconds, fields[0]);
    if (fields.size() == 7 && fields[6] != "*"_L1)
        return fault(DomoFormFault::Reason::Year, fields[6]);
    auto days = daysOf(fields);
    if (!days)
        return Core::propagate(days);
    auto times = timesOf(fields);
    if (!times)
        return Core::propagate(times);
    return checked({*std::move(days), *std::move(times), {}, utc});
}

// The members that each type is known to have, with their meaning.
Form fromJson(const QJsonObject &json)
{
    const QString type = json["type"_L1].toString();
    const QString zone = json["timezone"_L1].toString();
    if (type != "MANUAL"_L1 && type != "MINUTE"_L1 && type != "DAY"_L1)
        return fault(DomoFormFault::Reason::Type, type);
    if (type == "MINUTE"_L1)
        return fault(DomoFormFault::Reason::NoMinute, type);
    for (const QString &member : json.keys()) {
        if (member != "type"_L1 && member != "timezone"_L1 && (member != "at"_L1 || type != "DAY"_L1))
            return fault(DomoFormFault::Reason::Member, member);
    }
    if (type == "MANUAL"_L1)
        return std::optional<Timetable>();
    static const QRegularExpression clock(u"^(0?[1-9]|1[0-2]):([0-5][0-9]) ([AP])M$"_s);
    const auto at = clock.match(json["at"_L1].toString());
    if (!at.hasMatch())
        return fault(DomoFormFault::Reason::Member, u"at"_s);
    if (zone.isEmpty())
        return fault(DomoFormFault::Reason::Member, u"timezone"_s);
    const int hour = at.captured(1).toInt() % 12 + (at.captured(3) == "P"_L1 ? 12 : 0);
    return checked({EveryDays{}, SetTimes{{QTime(hour, at.captured(2).toInt())}}, {}, zone});
}

} // namespace

Form fromDomoForm(const QString &pasted)
{
    const QString text = pasted.simplified();
    if (text.compare("MANUAL"_L1, Qt::CaseInsensitive) == 0)
        return std::optional<Timetable>();
    QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    // As it is copied from a stream, where it is a text of its own.
    if (text.startsWith(u'"')) {
        const QJsonDocument quoted = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
        const QString inner = quoted[0].toString().simplified();
        return inner.isEmpty() || inner.startsWith(u'"') ? fault(DomoFormFault::Reason::NotAForm, text)
                                                         : fromDomoForm(inner);
    }
    return document.isObject() ? fromJson(document.object()) : fromExpression(text);
}

} // namespace Schedule
