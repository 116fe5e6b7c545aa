#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "setup/commit.h"

namespace Setup {

// Entries for a Commit. The stores must outlive it. Undoing restores what existed when the entry was created, and
// removes what was new; its failures are ignored.
[[nodiscard]] Commit::Entry entryOf(Profiles::ProfileStore &store, const Profiles::Account &account);

// The name is made unique when it is stored.
[[nodiscard]] Commit::Entry entryOf(Profiles::ProfileStore &store, const Profiles::Profile &profile);

// One of an account's two secrets; `before` is its previous value, empty if there is none or it is not known.
struct NewSecret
{
    QString accountId;
    Profiles::Secret which;
    QString value;
    QString before;
};
[[nodiscard]] Commit::Entry entryOf(Profiles::SecretStore &secrets, const NewSecret &secret);

} // namespace Setup
