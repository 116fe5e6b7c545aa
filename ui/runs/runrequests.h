#pragma once

#include "profiles/profile.h"
#include "setup/login.h"
#include "writeback/runrequest.h"

namespace Desktop {

// What a profile asks of the engine, signed in with `login`.
[[nodiscard]] Writeback::RunRequest runRequest(const Profiles::Profile &profile, const Setup::Login &login);

// Where a profile writes, for people: spreadsheet, sheet and region.
[[nodiscard]] QString targetText(const Profiles::Profile &profile);

} // namespace Desktop
