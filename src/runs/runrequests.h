#pragma once

#include "profiles/profile.h"
#include "setup/login.h"
#include "writeback/journal.h"
#include "writeback/runrequest.h"

namespace Runs {

// What a profile asks of the engine, signed in with `logins`.
[[nodiscard]] Writeback::RunRequest requestOf(const Profiles::Profile &profile, const Setup::Logins &logins);

// What is written down of a profile's run that ends before the engine has begun. The account may be gone.
[[nodiscard]] Writeback::JournalEntry entryOf(const Profiles::Profile &profile, const Profiles::Account *account);

// Where a profile writes, for people: spreadsheet, sheet and region; by their IDs where no names are known.
[[nodiscard]] QString targetText(const Profiles::Profile &profile);

} // namespace Runs
