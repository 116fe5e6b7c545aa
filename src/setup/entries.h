#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "setup/commit.h"

namespace Setup {

// What a Commit stores. The stores have to outlive it. Taking back restores what was there when the entry was made, and
// removes what was new; a failure of that is told to nobody.
[[nodiscard]] Commit::Entry entryOf(Profiles::ProfileStore &store, const Profiles::Account &account);

// Under a name that is free when its turn comes.
[[nodiscard]] Commit::Entry entryOf(Profiles::ProfileStore &store, const Profiles::Profile &profile);

// One of an account's two secrets; `before` is the value that it takes the place of, empty when there is none, or none
// that is known.
struct NewSecret
{
    QString accountId;
    Profiles::Secret which;
    QString value;
    QString before;
};
[[nodiscard]] Commit::Entry entryOf(Profiles::SecretStore &secrets, const NewSecret &secret);

} // namespace Setup
