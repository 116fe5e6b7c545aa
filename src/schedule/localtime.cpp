#include "schedule/localtime.h"

namespace Schedule {

Core::Result<QTimeZone> timeZoneNamed(const QString &id)
{
    QTimeZone zone(id.toLatin1());
    if (id.isEmpty() || !zone.isValid()) // without an ID it is the computer's
        return Core::fail(Core::ErrorKind::InvalidInput, id, {}, UnknownTimeZone{});
    return zone;
}

// QDateTime has a rule of its own for times that are skipped or repeated, which differs between versions of Qt.
std::optional<QDateTime> instantOf(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const QDateTime shown(date, time, Qt::UTC);
    // The offset before comes first. It is the greater one if clocks are put back.
    for (const QDateTime &near : {shown.addDays(-1), shown.addDays(1)}) {
        const QDateTime instant = shown.addSecs(-zone.offsetFromUtc(near));
        if (instant.addSecs(zone.offsetFromUtc(instant)) == shown)
            return instant;
    }
    return {};
}

QDateTime lastInstantLike(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime shown = instant.addSecs(zone.offsetFromUtc(instant));
    const QDateTime again = shown.addSecs(-zone.offsetFromUtc(shown.addDays(1)));
    const bool isRepeated = again > instant && again.addSecs(zone.offsetFromUtc(again)) == shown;
    return isRepeated ? again : instant;
}

} // namespace Schedule
