#pragma once

#include "core/result.h"

namespace History {

class Database;

constexpr int schemaVersion = 3;

// Brings an open history to this version's schema, version by version (PRAGMA user_version; an empty one has none). A
// history of a later version, with the cause Core::LaterVersion, and a database that is something else, is left as it
// is: Disk.
[[nodiscard]] Core::Result<void> bringUp(Database &database);

} // namespace History
