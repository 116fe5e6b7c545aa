#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"

#include <functional>

namespace Setup {

// Changes to saved writebacks and accounts other than editing. Errors are those of the stores.

// The name gets a number if another writeback has it. An empty name or a missing writeback changes nothing.
[[nodiscard]] Core::Result<void> rename(Profiles::ProfileStore &store, const Profiles::ProfileStore::Naming &wanted);

// Returns the ID of the copy, which is named `name`, likewise with a number if needed.
[[nodiscard]] Core::Result<QString> duplicate(Profiles::ProfileStore &store, const Profiles::Profile &profile,
                                              const QString &name);

[[nodiscard]] Core::Result<void> removeWriteback(Profiles::ProfileStore &store, const QString &profileId);

// Also removes its two secrets, for which the keychain may have to be waited for; the account is removed even if they
// could not be. Both stores must exist until the answer, which comes once.
void removeAccount(
    Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const QString &accountId,
    const std::function<void(const Core::Result<void> &account, const Core::Result<void> &secrets)> &answer);

} // namespace Setup
