#pragma once

#include "history/runhistory.h"
#include "profiles/profile.h"
#include "runs/turn.h"

namespace Runs {

// A saved writeback that people elsewhere may have to be told of: it runs by a schedule, or its user wants to be
// reminded of it.
struct Unattended
{
    Profiles::Profile profile{};
    Core::Result<ScheduleStanding> standing{}; // an error: its holidays cannot be read, so that it runs nothing
    std::optional<History::RunRecord> last{}; // its last run, a retry included, but no check; none: it was never run
};

// Those of the profiles of which enough is known. Left out are those in the archive, those with a run whose end is
// open, and those that run manually, unless they are to be run again or their last run was verified. Reads the history
// and files of holidays, and blocks meanwhile; on the thread of the history. `lockFolder` is that of the runs.
[[nodiscard]] QList<Unattended> unattended(const QList<Profiles::Profile> &profiles, const History::RunHistory &history,
                                           const QString &lockFolder, const QString &programVersion,
                                           const QDateTime &now);

} // namespace Runs
