#include "setup/scheduledraft.h"

#include <type_traits>

namespace Setup {

namespace {

using namespace Profiles;

using Form = ScheduleDraft::Form;
using Unit = ScheduleDraft::Unit;
using DaysKind = ScheduleDraft::DaysKind;

constexpr int minutesOfHour = 60;

Days basicDays(const ScheduleDraft &draft)
{
    switch (draft.unit) {
    case Unit::Hours: return EveryDays{};
    case Unit::Days: return EveryDays{draft.every};
    case Unit::Weekdays: return EveryWeeks{1, workweek};
    case Unit::Weeks: return EveryWeeks{draft.every, {Qt::DayOfWeek(draft.start.dayOfWeek())}};
    case Unit::Months: return DaysOfMonth{EveryMonths{draft.every}, {draft.start.day()}};
    }
    Q_UNREACHABLE();
}

Times basicTimes(const ScheduleDraft &draft)
{
    if (draft.unit == Unit::Hours)
        return Interval{std::chrono::minutes(draft.every * minutesOfHour), draft.from, draft.to};
    return SetTimes{{draft.at}};
}

Months monthsIn(const ScheduleDraft &draft)
{
    if (draft.isNamedMonths)
        return NamedMonths{draft.namedMonths};
    return draft.everyMonths;
}

Days advancedDays(const ScheduleDraft &draft)
{
    switch (draft.daysKind) {
    case DaysKind::EveryDays: return draft.everyDays;
    case DaysKind::EveryWeeks: return draft.everyWeeks;
    case DaysKind::DaysOfMonth: return DaysOfMonth{monthsIn(draft), draft.daysOfMonth};
    case DaysKind::WeekdaysOfMonth: return WeekdaysOfMonth{monthsIn(draft), draft.whichWeekdays, draft.weekdays};
    case DaysKind::BusinessDay: return BusinessDay{monthsIn(draft), draft.businessDay, draft.weekend, draft.holidays};
    }
    Q_UNREACHABLE();
}

Timetable timetableOf(const ScheduleDraft &draft)
{
    if (draft.form == Form::Basic)
        return {basicDays(draft), basicTimes(draft), draft.start, draft.timeZone};
    const Times times = draft.isInterval ? Times(draft.interval) : Times(draft.setTimes);
    return {advancedDays(draft), times, draft.start, draft.timeZone};
}

void fillDays(ScheduleDraft &draft, const Days &days)
{
    draft.daysKind = DaysKind(days.index());
    std::visit(
        [&draft](const auto &one) {
            using One = std::remove_cvref_t<decltype(one)>;
            if constexpr (std::is_same_v<One, EveryDays>)
                draft.everyDays = one;
            if constexpr (std::is_same_v<One, EveryWeeks>)
                draft.everyWeeks = one;
            if constexpr (std::is_same_v<One, DaysOfMonth>)
                draft.daysOfMonth = one.days;
            if constexpr (std::is_same_v<One, WeekdaysOfMonth>) {
                draft.whichWeekdays = one.which;
                draft.weekdays = one.on;
            }
            if constexpr (std::is_same_v<One, BusinessDay>) {
                draft.businessDay = one.which;
                draft.weekend = one.weekend;
                draft.holidays = one.holidays;
            }
        },
        days);
    const Months *months = monthsOf(days);
    if (!months)
        return;
    draft.isNamedMonths = std::holds_alternative<NamedMonths>(*months);
    if (draft.isNamedMonths)
        draft.namedMonths = std::get<NamedMonths>(*months).months;
    else
        draft.everyMonths = std::get<EveryMonths>(*months);
}

void fillTimes(ScheduleDraft &draft, const Times &times)
{
    draft.isInterval = std::holds_alternative<Interval>(times);
    if (draft.isInterval)
        draft.interval = std::get<Interval>(times);
    else
        draft.setTimes = std::get<SetTimes>(times);
}

// What Basic would show, if it has the timetable.
void fillBasic(ScheduleDraft &draft)
{
    if (draft.isInterval) {
        draft.unit = Unit::Hours;
        draft.every = int(draft.interval.every.count() / minutesOfHour);
        draft.from = draft.interval.from;
        draft.to = draft.interval.to;
        return;
    }
    draft.at = draft.setTimes.times.value(0);
    if (draft.daysKind == DaysKind::EveryDays) {
        draft.unit = Unit::Days;
        draft.every = draft.everyDays.days;
    } else if (draft.daysKind == DaysKind::EveryWeeks) {
        draft.unit = draft.everyWeeks == EveryWeeks{1, workweek} ? Unit::Weekdays : Unit::Weeks;
        draft.every = draft.everyWeeks.weeks;
    } else {
        draft.unit = Unit::Months;
        draft.every = draft.everyMonths.months;
    }
}

} // namespace

ScheduleDraft ScheduleDraft::of(const Profiles::Schedule &schedule)
{
    ScheduleDraft draft;
    if (const auto *manually = std::get_if<Manually>(&schedule)) {
        draft.remindAfterDays = manually->remindAfterDays;
        return draft;
    }
    const auto &automatically = std::get<Automatically>(schedule);
    const Timetable &timetable = automatically.timetable;
    draft.start = timetable.start;
    draft.timeZone = timetable.timeZone;
    draft.retries = automatically.retry.has_value();
    draft.retry = automatically.retry.value_or(Retry());
    draft.catchUp = automatically.catchUp;
    draft.onlyNewData = automatically.onlyNewData;
    draft.pauseAfter = automatically.pauseAfter;
    fillDays(draft, timetable.days);
    fillTimes(draft, timetable.times);

    ScheduleDraft basic = draft;
    basic.form = Form::Basic;
    fillBasic(basic);
    if (timetableOf(basic) == timetable)
        return basic;
    draft.form = Form::Advanced;
    return draft;
}

Core::Result<Profiles::Schedule> ScheduleDraft::schedule() const
{
    Profiles::Schedule made = Manually{remindAfterDays};
    if (form != Form::Manually)
        made = Automatically{.timetable = timetableOf(*this),
                             .retry = retries ? std::optional(retry) : std::nullopt,
                             .catchUp = catchUp,
                             .onlyNewData = onlyNewData,
                             .pauseAfter = pauseAfter};
    if (form == Form::Basic && (unit == Unit::Weeks || unit == Unit::Months) && !start.isValid())
        return scheduleFault(ScheduleFault::Reason::NoStart);
    if (const auto checked = check(made); !checked)
        return Core::propagate(checked);
    return made;
}

} // namespace Setup
