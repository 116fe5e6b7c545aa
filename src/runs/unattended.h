#pragma once

#include "history/runhistory.h"
#include "profiles/profile.h"
#include "runs/turn.h"

namespace Profiles {
class ProfileStore;
}

namespace Runs {

class DataFolder;

// A saved writeback that people elsewhere may have to be told of: it runs by a schedule, or its user wants to be
// reminded of it.
struct Unattended
{
    Profiles::Profile profile{};
    Core::Result<ScheduleStanding> standing{}; // an error: its holidays cannot be read, so that it runs nothing
    std::optional<History::RunRecord> last{}; // its last run, a retry included, but no check; none: it was never run
};

// The saved writebacks that may be such, and where their runs are. Taken on the thread of the store and the folder, for
// any other.
struct Watched
{
    QList<Profiles::Profile> profiles{}; // none if the history is not kept: nothing would be known of them
    History::Place history{};
    QString lockFolder{};
    QString programVersion{};
};
[[nodiscard]] Watched watchedIn(const Profiles::ProfileStore &store, const DataFolder &folder);

// Those of which enough is known. Left out are those in the archive, those with a run whose end is open, or that a
// person ended, and those that run manually, unless they are to be run again or their last run was verified. Reads the
// history and files of holidays, and blocks meanwhile; on the thread of the history.
[[nodiscard]] QList<Unattended> unattended(const Watched &watched, const History::RunHistory &history,
                                           const QDateTime &now);

} // namespace Runs
