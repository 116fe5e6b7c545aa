#pragma once

#include "schedule/installed.h"
#include "words/line.h"

namespace Words {

[[nodiscard]] QString schedulerName(Schedule::SchedulerKind kind); // "Task Scheduler"

// What the scheduler has of a saved writeback, for a list: "Handed over, but different: schedule, program".
[[nodiscard]] Line comparedLine(const Schedule::Compared &compared);

// The same of one writeback, in sentences: what was found, and when it is started next. Null: no scheduler has it, and
// none is to have it.
[[nodiscard]] Line onThisComputerLine(const Schedule::Compared *compared, const std::optional<QDateTime> &next,
                                      const QDateTime &now);

// Whether runs also start while the user is logged out. `lingers` is Schedule::isLingering(), of systemd.
[[nodiscard]] Line loggedOutLine(Schedule::SchedulerKind kind, std::optional<bool> lingers);

} // namespace Words
