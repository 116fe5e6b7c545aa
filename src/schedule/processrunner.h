#pragma once

#include "schedule/commandrunner.h"

namespace Schedule {

// A CommandRunner with real processes. They print English and UTC, so that what they print can be read, and find the
// user's instance of systemd also in a session without a login, such as one of sudo. Any thread, also one of a pool.
[[nodiscard]] Core::Result<CommandResult> runProcess(const Command &command);

} // namespace Schedule
