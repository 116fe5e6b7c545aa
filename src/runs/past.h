#pragma once

#include "history/pastentry.h"
#include "history/runhistory.h"
#include "profiles/profilestore.h"

namespace Runs {

// What has happened to a saved writeback, the newest first: its runs, and what was noted of its schedule. `max`
// entries, or all with History::RunHistory::noLimit.
[[nodiscard]] Core::Result<QList<History::PastEntry>> pastOf(const History::RunHistory &history,
                                                             const Profiles::Profile &profile, int max);

// Likewise of all writebacks, with the runs that had none. A deleted one is among them if it was ever run, by the name
// that it had then.
[[nodiscard]] Core::Result<QList<History::PastEntry>> pastOfAll(const History::RunHistory &history,
                                                                const Profiles::ProfileStore &store, int max);

} // namespace Runs
