#include "schedule/daylight.h"

#include "schedule/dayrule.h"
#include "schedule/localtime.h"

namespace Schedule {

Core::Result<QList<DaylightEffect>> daylightEffects(const Profiles::Timetable &timetable, const QSet<QDate> &holidays,
                                                    const QDateTime &now)
{
    const auto zone = timeZoneNamed(timetable.timeZone);
    if (!zone)
        return Core::propagate(zone);
    const QList<QTime> times = timesOfDay(timetable.times);
    QList<DaylightEffect> effects;
    const auto changes = zone->transitions(now, now.addYears(1));
    for (const QTimeZone::OffsetData &change : changes) {
        // As clocks show it, before and after.
        const QDateTime instant = change.atUtc.toUTC();
        const QDateTime before = instant.addSecs(zone->offsetFromUtc(instant.addSecs(-1)));
        const QDateTime after = instant.addSecs(zone->offsetFromUtc(instant));
        const auto [from, to] = std::minmax(before, after);
        DaylightEffect effect{before < after, from.date(), from.time(), to.time(), {}};
        if (!isRunDay(timetable, effect.date, holidays))
            continue;
        for (const QTime &time : times) {
            const QDateTime shown(effect.date, time, Qt::UTC);
            if (from <= shown && shown < to)
                effect.times.append(time);
        }
        if (!effect.times.isEmpty())
            effects.append(effect);
    }
    return effects;
}

} // namespace Schedule
