#include "setup/scheduledraft.h"

#include "schedule/domoforms.h"
#include "schedule/localtime.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

using namespace Profiles;

using Form = ScheduleDraft::Form;
using Basic = ScheduleDraft::Basic;
using Advanced = ScheduleDraft::Advanced;
using Unit = Basic::Unit;
using Reason = ScheduleFault::Reason;

constexpr int hourMinutes = 60;
const QString separator = u", "_s;

QStringList partsOf(const QString &list)
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return list.split(separators, Qt::SkipEmptyParts);
}

template <typename T> QList<T> sorted(QList<T> values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

Core::Result<QList<int>> daysIn(const QString &text)
{
    QList<int> days;
    for (const QString &part : partsOf(text)) {
        bool isNumber = false;
        days.append(part.toInt(&isNumber));
        if (!isNumber || days.back() < 1)
            return scheduleFault(Reason::Day, part);
    }
    return sorted(days);
}

Core::Result<QList<QTime>> timesIn(const QString &text)
{
    QList<QTime> times;
    for (const QString &part : partsOf(text)) {
        times.append(QTime::fromString(part, u"H:mm"_s));
        if (!times.back().isValid())
            return scheduleFault(Reason::Time, part);
    }
    return sorted(times);
}

QString textOf(const QList<int> &days)
{
    QStringList texts;
    for (const int day : days)
        texts.append(QString::number(day));
    return texts.join(separator);
}

QString textOf(const QList<QTime> &times)
{
    QStringList texts;
    for (const QTime &time : times)
        texts.append(time.toString(u"HH:mm"_s));
    return texts.join(separator);
}

Timetable timetableOf(const Basic &basic, const QDate &start, const QString &timeZone)
{
    Timetable timetable{.times = SetTimes{{basic.at}}, .start = start, .timeZone = timeZone};
    switch (basic.unit) {
    case Unit::Hours:
        timetable.days = EveryDays{};
        timetable.times = Interval{std::chrono::minutes(basic.every * hourMinutes), basic.from, basic.to};
        break;
    case Unit::Days: timetable.days = EveryDays{basic.every}; break;
    case Unit::Weekdays: timetable.days = EveryWeeks{1, workweek}; break;
    case Unit::Weeks: timetable.days = EveryWeeks{basic.every, {Qt::DayOfWeek(start.dayOfWeek())}}; break;
    case Unit::Months: timetable.days = DaysOfMonth{EveryMonths{basic.every}, {start.day()}}; break;
    }
    return timetable;
}

Core::Result<Timetable> timetableOf(const Advanced &advanced, const QDate &start, const QString &timeZone)
{
    Timetable timetable{advanced.days, advanced.times, start, timeZone};
    if (auto *rule = std::get_if<DaysOfMonth>(&timetable.days)) {
        auto days = daysIn(advanced.daysOfMonth);
        if (!days)
            return Core::propagate(days);
        rule->days = *std::move(days);
        if (advanced.hasLastDay)
            rule->days.append(lastOfMonth);
    }
    if (auto *set = std::get_if<SetTimes>(&timetable.times)) {
        auto times = timesIn(advanced.setTimes);
        if (!times)
            return Core::propagate(times);
        set->times = *std::move(times);
    }
    return timetable;
}

Advanced advancedOf(const Timetable &timetable)
{
    Advanced advanced{.days = timetable.days, .times = timetable.times};
    if (const auto *rule = std::get_if<DaysOfMonth>(&timetable.days)) {
        QList<int> days = rule->days;
        advanced.hasLastDay = days.removeAll(lastOfMonth) > 0;
        advanced.daysOfMonth = textOf(days);
    }
    if (const auto *set = std::get_if<SetTimes>(&timetable.times))
        advanced.setTimes = textOf(set->times);
    return advanced;
}

// What is nearest to a timetable.
Basic basicOf(const Timetable &timetable)
{
    Basic basic;
    if (const auto *interval = std::get_if<Interval>(&timetable.times))
        return {.unit = Unit::Hours,
                .every = int(interval->every.count() / hourMinutes),
                .from = interval->from,
                .to = interval->to};
    basic.at = std::get<SetTimes>(timetable.times).times.value(0);
    if (const auto *days = std::get_if<EveryDays>(&timetable.days)) {
        basic.every = days->days;
    } else if (const auto *weeks = std::get_if<EveryWeeks>(&timetable.days)) {
        basic.unit = weeks->on == workweek ? Unit::Weekdays : Unit::Weeks;
        basic.every = weeks->weeks;
    } else if (const auto *every = std::get_if<EveryMonths>(monthsOf(timetable.days))) {
        basic.unit = Unit::Months;
        basic.every = every->months;
    }
    return basic;
}

} // namespace

ScheduleDraft ScheduleDraft::of(const Profiles::Schedule &schedule)
{
    ScheduleDraft draft;
    if (const auto *manually = std::get_if<Profiles::Manually>(&schedule)) {
        draft.manually = *manually;
        return draft;
    }
    draft.rules = std::get<Automatically>(schedule);
    const Timetable timetable = std::exchange(draft.rules.timetable, {});
    draft.start = timetable.start;
    draft.timeZone = timetable.timeZone;
    draft.advanced = advancedOf(timetable);
    draft.form = Form::Advanced;
    if (const Basic basic = basicOf(timetable); timetableOf(basic, draft.start, draft.timeZone) == timetable) {
        draft.basic = basic;
        draft.form = Form::Basic;
    }
    return draft;
}

Core::Result<void> ScheduleDraft::take(const QString &pasted)
{
    const auto taken = ::Schedule::fromDomoForm(pasted);
    if (!taken)
        return Core::propagate(taken);
    if (!*taken) {
        form = Form::Manually;
        return {};
    }
    Automatically automatically = rules;
    automatically.timetable = **taken;
    const Profiles::Manually kept = manually;
    *this = of(automatically);
    manually = kept;
    return {};
}

Core::Result<Profiles::Schedule> ScheduleDraft::schedule() const
{
    if (form == Form::Manually) {
        const auto checked = check(manually);
        return checked ? Core::Result<Profiles::Schedule>(manually) : Core::propagate(checked);
    }
    const bool followsStart = basic.unit == Unit::Weeks || basic.unit == Unit::Months;
    if (form == Form::Basic && followsStart && !start.isValid())
        return scheduleFault(Reason::NoStart);
    auto timetable = form == Form::Basic ? Core::Result<Timetable>(timetableOf(basic, start, timeZone))
                                         : timetableOf(advanced, start, timeZone);
    if (!timetable)
        return Core::propagate(timetable);
    Automatically automatically = rules;
    automatically.timetable = *std::move(timetable);
    if (const auto checked = check(automatically); !checked)
        return Core::propagate(checked);
    if (const auto zone = ::Schedule::timeZoneNamed(timeZone); !zone)
        return Core::propagate(zone);
    return automatically;
}

} // namespace Setup
