#include "schedule/nexttimes.h"

#include "schedule/dayrule.h"
#include "schedule/localtime.h"

namespace Schedule {

namespace {

// Until `count` are found, or the instant `until` is passed.
Core::Result<QList<QDateTime>> find(const Profiles::Timetable &timetable, const QSet<QDate> &holidays,
                                    const QDateTime &after, const QDateTime &until, qsizetype count)
{
    const auto zone = timeZoneNamed(timetable.timeZone);
    if (!zone)
        return Core::propagate(zone);
    const QList<QTime> times = timesOfDay(timetable.times);
    QList<QDateTime> found;
    const QDate last = until.toTimeZone(*zone).date();
    // Clocks that are put back at midnight show a date twice.
    for (QDate date = after.toTimeZone(*zone).date().addDays(-1); date <= last && found.size() < count;
         date = date.addDays(1)) {
        if (!isRunDay(timetable, date, holidays))
            continue;
        for (const QTime &time : times) {
            const auto instant = instantOf(date, time, *zone);
            if (instant && *instant > after && *instant <= until && found.size() < count)
                found.append(*instant);
        }
    }
    return found;
}

} // namespace

Core::Result<QList<QDateTime>> nextTimes(const Profiles::Timetable &timetable, const QSet<QDate> &holidays,
                                         const QDateTime &after, qsizetype count)
{
    return find(timetable, holidays, after, after.addYears(horizonYears), count);
}

Core::Result<QList<QDateTime>> timesBetween(const Profiles::Timetable &timetable, const QSet<QDate> &holidays,
                                            const QDateTime &after, const QDateTime &until)
{
    return find(timetable, holidays, after, until, std::numeric_limits<qsizetype>::max());
}

} // namespace Schedule
