#pragma once

#include "profiles/profilestore.h"

#include <QJsonObject>

namespace Cli {

// A saved writeback as its stored document, with the name of its account.
[[nodiscard]] QJsonObject profileJson(const Profiles::Profile &profile, const Profiles::ProfileStore &store);

// Everything saved of a writeback, as lines with labels. Nothing of it is secret.
[[nodiscard]] QString profileText(const Profiles::Profile &profile, const Profiles::ProfileStore &store);

[[nodiscard]] QString accountName(const Profiles::Profile &profile, const Profiles::ProfileStore &store); // or empty

} // namespace Cli
