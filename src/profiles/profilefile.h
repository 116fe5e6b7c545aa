#pragma once

#include "profiles/profile.h"

namespace Profiles {

// A profile as a file for sharing: without its ID, and without its account and whether it is archived, which are the
// sender's. After reading, it has a new ID and no account. A profile never contains secrets.
inline const QString profileFileSuffix = QStringLiteral("writeback.json");

// Its name, made valid for all file systems, and the suffix.
[[nodiscard]] QString profileFileName(const Profile &profile);

// Atomic. Disk.
[[nodiscard]] Core::Result<void> writeProfileFile(const QString &path, const Profile &profile);

// Disk; BadFile with the reason as detail if it is not a profile, or with the cause Core::LaterVersion if it is one of
// a later version; InvalidRegion.
[[nodiscard]] Core::Result<Profile> readProfileFile(const QString &path);

} // namespace Profiles
