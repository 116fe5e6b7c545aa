#pragma once

#include "profiles/schedule.h"

#include <QDateTime>
#include <QSet>

namespace Schedule {

// What a change of the clocks does to a schedule: see instantOf().
struct DaylightEffect
{
    bool isSkipped = false; // these times do not exist that day, and it does not run; else they come twice, and it runs
                            // the first time only
    QDate date;
    QTime from; // the first time that is skipped or repeated
    QTime to; // the first one after it
    QList<QTime> times; // of the schedule, ascending

    friend bool operator==(const DaylightEffect &, const DaylightEffect &) = default;
};

// Those of the year after `now`, ascending. None: daylight saving does nothing to it. InvalidInput, with
// UnknownTimeZone as cause. Pure.
[[nodiscard]] Core::Result<QList<DaylightEffect>> daylightEffects(const Profiles::Timetable &timetable,
                                                                  const QSet<QDate> &holidays, const QDateTime &now);

} // namespace Schedule
