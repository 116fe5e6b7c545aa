#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"

#include <functional>

namespace Setup {

// What is done with saved writebacks and accounts, but for editing them. Errors are the stores'.

// The name is numbered when another writeback has it. An empty one, and a writeback that is gone, change nothing.
[[nodiscard]] Core::Result<void> rename(Profiles::ProfileStore &store, const QString &profileId, const QString &name);

// The ID of the copy, which is called `name`, numbered likewise.
[[nodiscard]] Core::Result<QString> duplicate(Profiles::ProfileStore &store, const Profiles::Profile &profile,
                                              const QString &name);

[[nodiscard]] Core::Result<void> removeWriteback(Profiles::ProfileStore &store, const QString &profileId);

// With its two secrets, of which the keychain may make wait; the account goes also when those could not be removed.
// Both stores have to be there until the answer, which comes once.
void removeAccount(
    Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const QString &accountId,
    const std::function<void(const Core::Result<void> &account, const Core::Result<void> &secrets)> &answer);

} // namespace Setup
