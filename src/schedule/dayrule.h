#pragma once

#include "profiles/schedule.h"

#include <QSet>

namespace Schedule {

// Whether a timetable has runs on a date. Holidays matter to business days alone. Pure.
[[nodiscard]] bool isRunDay(const Profiles::Timetable &timetable, const QDate &date, const QSet<QDate> &holidays);

[[nodiscard]] QList<QTime> timesOfDay(const Profiles::Times &times); // ascending

} // namespace Schedule
