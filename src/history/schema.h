#pragma once

#include "core/result.h"

namespace History {

class Database;

constexpr int schemaVersion = 9;

// Upgrades an open history to this version's schema, version by version (PRAGMA user_version; a new one has none). A
// later version's history, with the cause Core::LaterVersion, and a database of another kind are left untouched: Disk.
[[nodiscard]] Core::Result<void> upgrade(Database &database);

} // namespace History
