#pragma once

#include "core/result.h"

#include <QDate>
#include <QSet>

namespace Schedule {

// Why a file of holidays is not used: the cause of an error whose subject is its path.
struct HolidaysFault
{
    enum class Reason {
        NotACalendar, // BadFile: not in the format of .ics files, RFC 5545
        NoDays, // BadFile: a calendar without an event of whole days
        TooLarge, // BadFile: more than maxHolidayBytes
    };
    static constexpr Reason lastReason = Reason::TooLarge;

    Reason reason = Reason::NotACalendar;

    friend bool operator==(const HolidaysFault &, const HolidaysFault &) = default;
};

inline constexpr qint64 maxHolidayBytes = 10'000'000;
inline constexpr int lastHolidayYear = 2099; // until which yearly events are repeated

// The days of the events of an .ics file that last whole days, with their repetitions. Events with a time of day, and
// cancelled ones, are none. Disk, or a HolidaysFault.
[[nodiscard]] Core::Result<QSet<QDate>> readHolidays(const QString &path);

} // namespace Schedule
