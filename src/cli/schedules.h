#pragma once

#include "cli/saveddata.h"
#include "runs/schedules.h"

#include <QJsonObject>

namespace Cli {

// What the `schedule` commands share.

[[nodiscard]] Runs::Schedules::Wanted wantedSchedules(const SavedData &data);

// One row of a table: name, state, next time, scheduler.
[[nodiscard]] QStringList rowOf(const Schedule::Compared &compared, const QDateTime &now);

// Names may be added, but never changed.
[[nodiscard]] QJsonObject objectOf(const Schedule::Compared &compared, const QDateTime &now);

// What an error means and what to do, in one line.
[[nodiscard]] QString lineOf(const Core::Error &error);

} // namespace Cli
