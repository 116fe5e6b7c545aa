#pragma once

#include "schedule/handover.h"

namespace Schedule {

// Units of a systemd user instance, see systemd.timer(5) and systemd.service(5), for systemd 247 and later. The timer
// catches up after the computer was off, so that the program learns what it missed.
struct SystemdUnits
{
    QString name; // without its suffix; a file of this name and ".timer", and one with ".service"
    QString timer;
    QString service;

    friend bool operator==(const SystemdUnits &, const SystemdUnits &) = default;
};

[[nodiscard]] SystemdUnits systemdUnits(const Handover &handover);

inline const QString systemdPrefix = QStringLiteral("workiva-writeback-"); // of all names
[[nodiscard]] QString systemdName(const QString &profileId);

// What a timer or a service was made from. BadFile if that cannot be read; with the cause NoRecord if it is none of
// these, or Core::LaterVersion if a later version made it.
[[nodiscard]] Core::Result<Handover> fromUnit(const QString &unit);

// The expressions of systemd.time(7) that together have every occurrence, each in the timetable's zone.
[[nodiscard]] QStringList calendarExpressions(const Profiles::Timetable &timetable);

} // namespace Schedule
