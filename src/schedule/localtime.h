#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace Schedule {

// Cause of an InvalidInput error whose subject is an IANA ID: this computer does not have the time zone.
struct UnknownTimeZone
{
    friend bool operator==(const UnknownTimeZone &, const UnknownTimeZone &) = default;
};

[[nodiscard]] Core::Result<QTimeZone> timeZoneNamed(const QString &id);

// The instant, in UTC, at which clocks show this. When clocks are put forward, the times that are skipped do not exist:
// none. When they are put back, the times that are repeated count once, the first time. The timers of systemd.time(7)
// skip the same ones, and of a repeated time elapse once, the first time or the second: mktime(3) takes either. Pure.
[[nodiscard]] std::optional<QDateTime> instantOf(const QDate &date, const QTime &time, const QTimeZone &zone);

// The last instant, in UTC, at which clocks show what they show at this one. Pure.
[[nodiscard]] QDateTime lastInstantLike(const QDateTime &instant, const QTimeZone &zone);

} // namespace Schedule
