#pragma once

#include "profiles/schedule.h"

#include <QDateTime>
#include <QSet>

namespace Schedule {

// The occurrences of a timetable that check() accepts, as ascending instants in UTC. What happens to times that clocks
// skip or repeat: instantOf(). Holidays are those of its business days, see readHolidays(). InvalidInput, with
// UnknownTimeZone as cause. Pure.

// The first `count` after an instant; fewer if there are not so many within `horizonYears`.
[[nodiscard]] Core::Result<QList<QDateTime>>
nextTimes(const Profiles::Timetable &timetable, const QSet<QDate> &holidays, const QDateTime &after, qsizetype count);
inline constexpr int horizonYears = 30;

// All after `after`, up to and including `until`.
[[nodiscard]] Core::Result<QList<QDateTime>> timesBetween(const Profiles::Timetable &timetable,
                                                          const QSet<QDate> &holidays, const QDateTime &after,
                                                          const QDateTime &until);

} // namespace Schedule
