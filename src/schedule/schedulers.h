#pragma once

#include "schedule/scheduler.h"

#include <memory>
#include <vector>

namespace Schedule {

// What schedulers are made of; for others than the user's own in tests.
struct Surroundings
{
    QString system; // as QSysInfo::kernelType() names it
    CommandRunner run;
    QString unitFolder; // of systemd's instance for the user
    QString agentFolder; // of launchd
    QTimeZone here; // the computer's
    QDateTime now;
};

[[nodiscard]] Surroundings ownSurroundings(); // real ones

// The schedulers of this computer that may have something of this program; the first is the one to hand over to. On
// Linux: systemd's instance for the user if it answers or has something of this program, then cron. There may be none.
// Runs commands.
[[nodiscard]] std::vector<std::unique_ptr<Scheduler>> schedulersIn(const Surroundings &surroundings);

// What all of them have. The error of the first that fails.
[[nodiscard]] Core::Result<QList<Installed>> installedIn(const std::vector<std::unique_ptr<Scheduler>> &schedulers);

} // namespace Schedule
