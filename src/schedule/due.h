#pragma once

#include "profiles/schedule.h"

#include <QDateTime>
#include <QSet>

namespace Schedule {

// How long after an occurrence a run is on time: schedulers are late, and spread what they start. Where clocks are put
// back, the time counts from the second time that they show it.
inline constexpr std::chrono::minutes punctuality{10};

// How long after an occurrence a writeback starts: the same for each of its runs, and spread over `widestSpread`, so
// that those with the same time do not meet the services' limits at once. Pure.
inline constexpr std::chrono::seconds widestSpread{120};
[[nodiscard]] std::chrono::seconds spreadOf(const QString &profileId);

// Whether a run is due when a scheduler starts the program. Schedulers wake it more often than the schedule says, and
// after the computer was off or asleep.
struct Dueness
{
    enum class Kind {
        NotDue,
        Due, // now, for `occurrence`
        Missed, // what was due is over
    };

    Kind kind = Kind::NotDue;
    QDateTime occurrence{}; // the last one, unless NotDue
    // Those that no run was or will be for, ascending. Several that are late are made up for by one run, for the last.
    QList<QDateTime> missed{};

    friend bool operator==(const Dueness &, const Dueness &) = default;
};

// `since` is the last occurrence that was dealt with (run or missed), or when the schedule was installed. InvalidInput,
// with UnknownTimeZone as cause. Pure.
[[nodiscard]] Core::Result<Dueness> dueness(const Profiles::Automatically &schedule, const QSet<QDate> &holidays,
                                            const QDateTime &since, const QDateTime &now);

} // namespace Schedule
