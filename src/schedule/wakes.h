#pragma once

#include "profiles/schedule.h"

#include <QTimeZone>

namespace Schedule {

// When a scheduler of the operating system has to wake the program, as what such schedulers can say: at least at every
// occurrence of a timetable, and as seldom beyond that as they allow. Pure.

// Days that are in all of these; an empty list leaves out none.
struct WakeDays
{
    QList<int> months{}; // from 1
    QList<int> days{}; // of the month, from 1; negative: from the last, which is -1
    Profiles::Weekdays weekdays{};

    friend bool operator==(const WakeDays &, const WakeDays &) = default;
};

// Every one of the minutes in every one of the hours.
struct WakeTimes
{
    QList<int> hours;
    QList<int> minutes;

    friend bool operator==(const WakeTimes &, const WakeTimes &) = default;
};

// "Every n" and the start cannot be said by any scheduler and are left out; which business day a date is, neither: all
// dates that can be it.
[[nodiscard]] WakeDays wakeDays(const Profiles::Timetable &timetable);

[[nodiscard]] QList<WakeTimes> wakeTimes(const QList<QTime> &times);

// Days from the first of a month for schedulers that cannot count from the last: whatever those can be.
[[nodiscard]] QList<int> fromTheFirst(const QList<int> &days);

// For schedulers without time zones, which use that of the computer.
struct LocalWakes
{
    WakeDays days; // all, if the zones differ
    QList<QTime> times; // ascending
    QList<int> ahead; // by how many minutes the computer's clock is ahead of the timetable's, over the years

    [[nodiscard]] bool isSameTime() const { return ahead == QList<int>{0}; }

    friend bool operator==(const LocalWakes &, const LocalWakes &) = default;
};

// As long as `here` is the computer's zone: for the years after `now` for which offsets are compared. InvalidInput,
// with UnknownTimeZone as cause.
[[nodiscard]] Core::Result<LocalWakes> localWakes(const Profiles::Timetable &timetable, const QTimeZone &here,
                                                  const QDateTime &now);

} // namespace Schedule
