#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"

#include <functional>

namespace Setup {

// Changes to saved writebacks and accounts other than editing. Errors are those of the stores.

// The name gets a number if another writeback has it. An empty name or a missing writeback changes nothing.
[[nodiscard]] Core::Result<void> rename(Profiles::ProfileStore &store, const Profiles::ProfileStore::Naming &wanted);

// Returns the ID of the copy, which is named `name`, likewise with a number if needed, and is not archived.
[[nodiscard]] Core::Result<QString> duplicate(Profiles::ProfileStore &store, const Profiles::Profile &profile,
                                              const QString &name);

// Several at once: all, or none if one cannot be saved. Those that are missing, or need no change, are left out;
// returns the IDs of the others, which is what an undo has to change back.
[[nodiscard]] Core::Result<QStringList> setGroup(Profiles::ProfileStore &store, const QStringList &profileIds,
                                                 const QString &group); // trimmed; empty: none
[[nodiscard]] Core::Result<QStringList> setArchived(Profiles::ProfileStore &store, const QStringList &profileIds,
                                                    bool archived);

// Its runs stay in the history. Returns what restoreWriteback() needs.
[[nodiscard]] Core::Result<Profiles::ProfileStore::Removed> removeWriteback(Profiles::ProfileStore &store,
                                                                            const QString &profileId);
// With its ID, so that its runs belong to it again. Its name gets a number if another writeback has it by now.
[[nodiscard]] Core::Result<void> restoreWriteback(Profiles::ProfileStore &store,
                                                  const Profiles::ProfileStore::Removed &removed);

// Also removes its two secrets, for which the keychain may have to be waited for; the account is removed even if they
// could not be. Both stores must exist until the answer, which comes once.
void removeAccount(
    Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const QString &accountId,
    const std::function<void(const Core::Result<void> &account, const Core::Result<void> &secrets)> &answer);

} // namespace Setup
