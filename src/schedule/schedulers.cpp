#include "schedule/schedulers.h"

#include "schedule/cronscheduler.h"
#include "schedule/launchdscheduler.h"
#include "schedule/processrunner.h"
#include "schedule/systemdscheduler.h"
#include "schedule/taskscheduler.h"

#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Schedule {

Surroundings ownSurroundings()
{
    return {.system = QSysInfo::kernelType(),
            .run = runProcess,
            .unitFolder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/systemd/user"_s,
            .agentFolder = QDir::homePath() + u"/Library/LaunchAgents"_s,
            .here = QTimeZone::systemTimeZone(),
            .now = QDateTime::currentDateTimeUtc()};
}

std::vector<std::unique_ptr<Scheduler>> schedulersIn(const Surroundings &from)
{
    std::vector<std::unique_ptr<Scheduler>> found;
    if (from.system == "winnt"_L1) {
        found.push_back(std::make_unique<TaskScheduler>(from.run, from.here, from.now));
    } else if (from.system == "darwin"_L1) {
        found.push_back(std::make_unique<LaunchdScheduler>(from.run, from.agentFolder, from.here, from.now));
    } else {
        if (auto systemd = std::make_unique<SystemdScheduler>(from.run, from.unitFolder); systemd->isUsed())
            found.push_back(std::move(systemd));
        if (auto cron = std::make_unique<CronScheduler>(from.run, from.here, from.now); cron->isUsed())
            found.push_back(std::move(cron));
    }
    return found;
}

Core::Result<QList<Installed>> installedIn(const std::vector<std::unique_ptr<Scheduler>> &schedulers)
{
    QList<Installed> all;
    for (const std::unique_ptr<Scheduler> &scheduler : schedulers) {
        const auto some = scheduler->installed();
        if (!some)
            return some;
        all += *some;
    }
    return all;
}

} // namespace Schedule
