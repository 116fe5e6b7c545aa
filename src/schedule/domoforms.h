#pragma once

#include "profiles/schedule.h"

namespace Schedule {

// A schedule as Domo's API has it in a stream: its scheduleExpression, which is "MANUAL" or a Quartz cron expression
// ("0 28 23 * * ?": seconds, minutes, hours, days of the month, months, days of the week from 1 for Sunday, years), in
// UTC; or its advancedScheduleJson ({"type": "DAY", "at": "11:28 PM", "timezone": "UTC"}). Domo documents neither;
// streams that people published have these forms.

// Why it is not understood: the cause of an InvalidInput error, whose subject is the part in question.
struct DomoFormFault
{
    enum class Reason {
        NotAForm, // neither MANUAL, nor six or seven fields, nor a JSON object
        Field, // a field that is not part of Quartz's format
        Seconds, // runs begin at whole minutes
        Year, // in some years only
        BothDays, // days of the month and days of the week at once
        NearestWeekday, // "15W": no schedule here has it
        Times, // times that neither a list nor an interval has
        Type, // in JSON, a type whose form is not known
        Member, // in JSON, a member whose meaning is not known, or that is missing
        NoMinute, // an interval in JSON, which does not have the minute at which it begins; the scheduleExpression does
    };
    static constexpr Reason lastReason = Reason::NoMinute;

    Reason reason = Reason::NotAForm;

    friend bool operator==(const DomoFormFault &, const DomoFormFault &) = default;
};

// The timetable alone; none: it runs manually. InvalidInput, with DomoFormFault or Profiles::ScheduleFault as cause.
// Pure.
[[nodiscard]] Core::Result<std::optional<Profiles::Timetable>> fromDomoForm(const QString &pasted);

} // namespace Schedule
