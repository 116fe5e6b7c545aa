#include "runs/unattended.h"

#include "core/filelock.h"
#include "runs/scheduledrun.h"
#include "runs/standing.h"

namespace Runs {

namespace {

bool isWished(const Profiles::Schedule &schedule)
{
    const auto *manually = std::get_if<Profiles::Manually>(&schedule);
    return !manually || manually->remindAfterDays > 0;
}

// A scheduler's start is under way, in this program or another, and may still run it again.
bool isStarted(const Profiles::Profile &profile, const QString &lockFolder)
{
    return Core::FileLock::isTaken(turnLockOf(profile.id, lockFolder));
}

} // namespace

QList<Unattended> unattended(const QList<Profiles::Profile> &profiles, const History::RunHistory &history,
                             const QString &lockFolder, const QString &programVersion, const QDateTime &now)
{
    QList<Unattended> all;
    for (const Profiles::Profile &profile : profiles) {
        if (profile.archived || !isWished(profile.schedule) || isStarted(profile, lockFolder))
            continue;
        const auto *schedule = std::get_if<Profiles::Automatically>(&profile.schedule);
        const auto last = history.last(History::RunHistory::Last::Run, profile.id);
        if (!last || (*last && (*last)->isRunning))
            continue;
        if (const auto holidays = schedule ? holidaysOf(*schedule) : Core::Result<QSet<QDate>>(); !holidays) {
            all.append({profile, Core::propagate(holidays), *last});
            continue;
        }
        const auto standing = scheduleStanding(history, profile, programVersion, now);
        const bool isQuiet = !schedule && standing && !standing->needsYou();
        if (standing && !(isQuiet && !(*last && isVerified(**last))))
            all.append({profile, *standing, *last});
    }
    return all;
}

} // namespace Runs
