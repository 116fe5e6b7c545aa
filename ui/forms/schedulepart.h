#pragma once

#include "core/result.h"

namespace Ui {

// The parts of a schedule that are entered in places of their own.
enum class SchedulePart { Start, Days, Times, TimeZone };

// Where the fault of a schedule is.
[[nodiscard]] SchedulePart partOf(const Core::Error &error);

} // namespace Ui
