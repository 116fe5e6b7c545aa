#include "runs/unattended.h"

#include "core/filelock.h"
#include "profiles/profilestore.h"
#include "runs/datafolder.h"
#include "runs/scheduledrun.h"
#include "runs/standing.h"

namespace Runs {

namespace {

// A scheduler's start is under way, in this program or another, and may still run it again.
bool isStarted(const Profiles::Profile &profile, const QString &lockFolder)
{
    return Core::FileLock::isTaken(turnLockOf(profile.id, lockFolder));
}

// The person who started it was there, and wanted it so.
bool isEndedByAPerson(const History::RunRecord &run)
{
    return !run.entry.occasion.due.isValid()
        && (run.state == Writeback::name(Writeback::State::Cancelled)
            || (run.error && run.error->kind == Core::ErrorKind::Declined));
}

std::optional<Unattended> manual(const Profiles::Profile &profile, const History::RunRecord &last,
                                 const Core::Result<ScheduleStanding> &standing)
{
    const bool isKnown = standing && (standing->kind == ScheduleStanding::Kind::Reminder || isVerified(last));
    return isKnown ? std::optional(Unattended{profile, *standing, last}) : std::nullopt;
}

} // namespace

Watched watchedIn(const Profiles::ProfileStore &store, const DataFolder &folder)
{
    const bool isKept = folder.keeping() == DataFolder::Keeping::Persistent;
    return {isKept ? store.keptProfiles() : QList<Profiles::Profile>(), folder.historyPlace(),
            folder.books().lockFolder, folder.program().version};
}

QList<Unattended> unattended(const Watched &watched, const History::RunHistory &history, const QDateTime &now)
{
    QList<Unattended> all;
    for (const Profiles::Profile &profile : watched.profiles) {
        if (profile.archived || isStarted(profile, watched.lockFolder))
            continue;
        const auto last = history.last(History::RunHistory::Last::Run, profile.id);
        if (!last || (*last && ((*last)->isRunning || isEndedByAPerson(**last))))
            continue;
        if (const auto *manually = std::get_if<Profiles::Manually>(&profile.schedule)) {
            if (manually->remindAfterDays > 0 && *last) {
                if (auto one = manual(profile, **last, scheduleStanding(history, profile, watched.programVersion, now)))
                    all.append(*std::move(one));
            }
            continue;
        }
        const auto holidays = holidaysOf(std::get<Profiles::Automatically>(profile.schedule));
        if (!holidays)
            all.append({profile, Core::propagate(holidays), *last});
        else if (const auto standing = scheduleStanding(history, profile, watched.programVersion, now))
            all.append({profile, *standing, *last});
    }
    return all;
}

} // namespace Runs
