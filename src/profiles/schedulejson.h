#pragma once

#include "core/jsonreader.h"
#include "profiles/schedule.h"

#include <QJsonObject>

namespace Profiles {

// The schedule as a member of a stored document.
[[nodiscard]] QJsonObject toJson(const Schedule &schedule);

// The reader's errors are those of the document, among them a schedule that check() refuses. A kind of days or times
// that this version does not know is a BadFile error with the cause Core::LaterVersion: a later version wrote it.
[[nodiscard]] Core::Result<Schedule> scheduleFromJson(const Core::JsonReader &json);

[[nodiscard]] std::optional<Qt::DayOfWeek> weekdayNamed(const QString &text); // "monday"

} // namespace Profiles
