#pragma once

#include "profiles/profile.h"
#include "setup/login.h"
#include "writeback/journal.h"
#include "writeback/runrequest.h"

namespace Runs {

// The run request for a profile, signed in with `logins`.
[[nodiscard]] Writeback::RunRequest requestOf(const Profiles::Profile &profile, const Setup::Logins &logins);

// The account's logins with its secrets as a store has answered. Keychain, with the account's name as subject, if one
// is missing or could not be read; the errors of Setup::loginsOf().
[[nodiscard]] Core::Result<Setup::Logins>
loginsWith(const Profiles::Account &account, const Core::Result<QString> &domo, const Core::Result<QString> &workiva);

// The record of a profile's run that ended before the engine started. The account may not exist any more.
[[nodiscard]] Writeback::JournalEntry entryOf(const Profiles::Profile &profile, const Profiles::Account *account);

// Where a profile writes, as text: spreadsheet, sheet and region; by their IDs if no names are known.
[[nodiscard]] QString targetText(const Profiles::Profile &profile);

} // namespace Runs
