#include "cli/commands/schedule/repairschedules.h"

#include "cli/refusal.h"
#include "cli/saveddefinitions.h"
#include "cli/schedules.h"
#include "cli/table.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

RepairSchedules::RepairSchedules(CLI::App &schedule, QObject *parent)
    : Command(parent)
    , m_app(schedule.add_subcommand("repair",
                                    "Hand over every schedule that is not handed over as it is saved, and remove those "
                                    "whose writeback is gone, archived or no longer scheduled"))
{
    addDataDir(m_app, m_dataDir);
}

bool RepairSchedules::isAskedFor() const
{
    return m_app->parsed();
}

void RepairSchedules::start()
{
    const SavedData data(m_dataDir);
    data.reportFaults();
    const Runs::Schedules schedules(wantedSchedules(data));
    const auto compared = schedules.compared();
    if (!compared) {
        Q_EMIT finished(refuse(compared.error(), false));
        return;
    }
    const Schedule::Repair repair = Schedule::repairOf(*compared);
    if (!repair.installs.isEmpty() && !schedules.first()) {
        Q_EMIT finished(refuse(Runs::noScheduler(), false));
        return;
    }
    QList<QStringList> rows;
    ExitCode code = ExitCode::Done;
    const auto note = [&](const QString &name, const QString &done, const Core::Result<void> &result) {
        rows.append({name, result ? done : lineOf(result.error())});
        if (!result)
            code = ExitCode::Failed;
    };
    for (const Schedule::Repair::Removal &removal : repair.removals) {
        const auto of = std::ranges::find(*compared, removal.profileId, &Schedule::Compared::profileId);
        note(of->name, u"removed from %1"_s.arg(Schedule::name(removal.scheduler)), schedules.remove(removal));
    }
    for (const Schedule::Handover &handover : repair.installs)
        note(handover.profileName, u"handed over to %1"_s.arg(Schedule::name(schedules.first()->kind())),
             schedules.handOver(handover));
    const auto printed = print(rows.isEmpty() ? u"Nothing is to be repaired."_s : tableText(rows));
    Q_EMIT finished(printed ? code : withoutReport(code));
}

} // namespace Cli
