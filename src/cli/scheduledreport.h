#pragma once

#include "cli/exitcode.h"
#include "runs/scheduledrun.h"

#include <QJsonObject>

namespace Cli {

// What a start by a scheduler says besides the reports of its runs. `isOtherSchedule`: what was handed over to the
// scheduler is not the schedule that is saved.
[[nodiscard]] QStringList scheduledLines(const Runs::ScheduledEnd &end, bool isOtherSchedule, const QDateTime &now);
[[nodiscard]] QJsonObject scheduledJson(const Runs::ScheduledEnd &end, bool isOtherSchedule);

// That of its last run. NeedsAttention if its schedule waits for a person, or a run was missed.
[[nodiscard]] ExitCode scheduledCode(const Runs::ScheduledEnd &end);

} // namespace Cli
