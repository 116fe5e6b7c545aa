#pragma once

#include "schedule/commandrunner.h"

#include <optional>

namespace Schedule {

// Whether systemd's instance for the user also runs while the user is logged out ("Linger" in loginctl(1)). None: it
// could not be found out. Runs commands.
[[nodiscard]] std::optional<bool> isLingering(const CommandRunner &run);

} // namespace Schedule
