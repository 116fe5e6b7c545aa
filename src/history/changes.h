#pragma once

#include "history/database.h"
#include "history/runrecord.h"
#include "writeback/journal.h"

namespace History {

// Changes of a sheet without a known end, except those of one run; the oldest first.
[[nodiscard]] Core::Result<QList<Writeback::PendingChange>>
pendingChanges(Database &database, const Writeback::SheetPlace &sheet, qint64 exceptRun = 0);

// A change of a sheet, sent by a run of another writeback or of none, and not known to have been refused.
struct OtherChange
{
    QString writeback{}; // its name; empty: none
    QString range{}; // in A1 notation
    QDateTime sent{}; // UTC

    friend bool operator==(const OtherChange &, const OtherChange &) = default;
};

// Those of the sheet of `run` that were sent after it started; of each writeback and range the last one, the newest
// first.
[[nodiscard]] Core::Result<QList<OtherChange>> otherChanges(Database &database, const RunRecord &run);

} // namespace History
