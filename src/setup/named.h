#pragma once

#include "profiles/profilestore.h"

namespace Setup {

// What a person names in words: by its ID, or by its name, of which case counts only if several names differ in nothing
// else. Pointers are valid until the store changes. InvalidInput with the text as subject and as cause: Core::NotOneOf
// with names that may have been meant, or Core::Ambiguous.

// Also with Core::Archived, if it is archived, or Core::LaterVersion.
[[nodiscard]] Core::Result<const Profiles::Profile *> profileInUse(const Profiles::ProfileStore &store,
                                                                   const QString &text);
// Also an archived one.
[[nodiscard]] Core::Result<const Profiles::Profile *> profileNamed(const Profiles::ProfileStore &store,
                                                                   const QString &text);
[[nodiscard]] Core::Result<const Profiles::Account *> accountNamed(const Profiles::ProfileStore &store,
                                                                   const QString &text);
// The IDs of all writebacks of the group that are in use, by name; at least one.
[[nodiscard]] Core::Result<QStringList> groupNamed(const Profiles::ProfileStore &store, const QString &text);

[[nodiscard]] QStringList groupsOf(const QList<Profiles::Profile> &profiles); // of those in use, sorted, each once

} // namespace Setup
