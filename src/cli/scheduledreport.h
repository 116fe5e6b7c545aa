#pragma once

#include "cli/exitcode.h"
#include "runs/scheduledrun.h"

#include <QJsonObject>

namespace Cli {

// What a start by a scheduler says besides the reports of its runs.
[[nodiscard]] QStringList scheduledLines(const Runs::ScheduledEnd &end, const QDateTime &now);
[[nodiscard]] QJsonObject scheduledJson(const Runs::ScheduledEnd &end);

// That of its last run. NeedsAttention if its schedule waits for a person, or a run was missed.
[[nodiscard]] ExitCode scheduledCode(const Runs::ScheduledEnd &end);

} // namespace Cli
