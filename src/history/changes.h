#pragma once

#include "history/database.h"
#include "writeback/journal.h"

namespace History {

// Changes of a sheet without a known end, except those of one run; the oldest first.
[[nodiscard]] Core::Result<QList<Writeback::PendingChange>>
pendingChanges(Database &database, const Writeback::SheetPlace &sheet, qint64 exceptRun = 0);

} // namespace History
