#include "schedule/due.h"

#include "schedule/localtime.h"
#include "schedule/nexttimes.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Schedule {

std::chrono::seconds spreadOf(const QString &profileId)
{
    const QByteArray hash = QCryptographicHash::hash(profileId.toUtf8(), QCryptographicHash::Sha256);
    return std::chrono::seconds(qFromBigEndian<quint32>(hash.constData()) % quint32(widestSpread.count()));
}

Core::Result<Dueness> dueness(const Profiles::Automatically &schedule, const QSet<QDate> &holidays,
                              const QDateTime &since, const QDateTime &now)
{
    auto passed = timesBetween(schedule.timetable, holidays, since, now);
    if (!passed)
        return Core::propagate(passed);
    if (passed->isEmpty())
        return Dueness{};
    Dueness due{.kind = Dueness::Kind::Missed, .occurrence = passed->back(), .missed = *std::move(passed)};
    const auto zone = timeZoneNamed(schedule.timetable.timeZone);
    if (!zone)
        return Core::propagate(zone);
    // A scheduler may wait for the second time that clocks show it.
    const std::chrono::milliseconds late(lastInstantLike(due.occurrence, *zone).msecsTo(now));
    if (late <= std::max(schedule.catchUp, punctuality)) {
        due.kind = Dueness::Kind::Due;
        due.missed.removeLast();
    }
    return due;
}

} // namespace Schedule
