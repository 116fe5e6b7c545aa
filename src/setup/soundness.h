#pragma once

#include "profiles/profilestore.h"

namespace Setup {

// What is wrong with a writeback as far as it can be told without a request: its update method, columns, SQL and period
// in themselves and together, and its account: NoAccount, with Core::LaterVersion as cause if that applies, or what
// domoLoginOf() and workivaLoginOf() find. Empty: nothing.
[[nodiscard]] QList<Core::Error> faultsOf(const Profiles::Profile &profile, const Profiles::ProfileStore &store);

// Likewise, of one whose account is not known yet, such as in a file.
[[nodiscard]] QList<Core::Error> faultsOf(const Profiles::Profile &profile);

} // namespace Setup
