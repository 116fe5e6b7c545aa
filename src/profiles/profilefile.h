#pragma once

#include "profiles/profile.h"

namespace Profiles {

// A profile as a file to pass on: without its id, and without its account, which is the sender's own. One that is read
// has a new id and no account yet. No secret is ever in a profile.
inline const QString profileFileSuffix = QStringLiteral("writeback.json");

[[nodiscard]] QString profileFileName(const Profile &profile); // its name, made fit for every file system, and suffix

// Atomic. Disk.
[[nodiscard]] Core::Result<void> writeProfileFile(const QString &path, const Profile &profile);

// Disk; BadFile when it holds no profile, with what is wrong as detail, or one of a later version, with the cause
// Core::LaterVersion; InvalidRegion.
[[nodiscard]] Core::Result<Profile> readProfileFile(const QString &path);

} // namespace Profiles
