#include "cli/commands/schedule/removeschedule.h"

#include "cli/definitions.h"
#include "cli/refusal.h"
#include "cli/saveddefinitions.h"
#include "cli/schedules.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "setup/named.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// A saved writeback, or the ID of something installed whose writeback is gone.
Core::Result<QString> idNamed(const QString &text, const SavedData &data, const QList<Schedule::Installed> &installed)
{
    if (std::ranges::find(installed, text, &Schedule::Installed::profileId) != installed.end())
        return text;
    return Setup::profileNamed(data.store(), text).map([](const Profiles::Profile *profile) { return profile->id; });
}

} // namespace

RemoveSchedule::RemoveSchedule(CLI::App &schedule, QObject *parent)
    : Command(parent)
    , m_app(schedule.add_subcommand("remove",
                                    "Remove schedules from the schedulers of this computer; what is saved stays, and a "
                                    "run under way goes on"))
{
    addRepeatable(m_app, "PROFILE", m_profiles, "Saved writeback, by name or ID, or the ID of one that is gone")
        ->required()
        ->expected(-1);
    addDataDir(m_app, m_dataDir);
}

bool RemoveSchedule::isAskedFor() const
{
    return m_app->parsed();
}

void RemoveSchedule::start()
{
    const SavedData data(m_dataDir);
    data.reportFaults();
    const Runs::Schedules schedules(wantedSchedules(data));
    const auto installed = schedules.installed();
    if (!installed) {
        Q_EMIT finished(refuse(installed.error(), false));
        return;
    }
    QStringList ids;
    for (const QString &text : std::as_const(m_profiles)) {
        const auto id = idNamed(text, data, *installed);
        if (!id) {
            Q_EMIT finished(refuse(id.error(), false));
            return;
        }
        ids.append(*id);
    }
    QList<QStringList> rows;
    ExitCode code = ExitCode::Done;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        bool isThere = false;
        for (const Schedule::Installed &one : *installed) {
            if (one.profileId != ids[i])
                continue;
            isThere = true;
            const auto removed = schedules.remove({one.scheduler, one.profileId});
            rows.append({m_profiles[i],
                         removed ? u"removed from %1"_s.arg(Schedule::name(one.scheduler)) : lineOf(removed.error())});
            if (!removed)
                code = ExitCode::Failed;
        }
        if (!isThere)
            rows.append({m_profiles[i], u"was not handed over"_s});
    }
    Q_EMIT finished(print(tableText(rows)) ? code : withoutReport(code));
}

} // namespace Cli
