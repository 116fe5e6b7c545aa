#include "cli/commands/profiles/showprofile.h"

#include "cli/definitions.h"
#include "cli/profiletext.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddata.h"
#include "cli/saveddefinitions.h"
#include "cli/terminal.h"
#include "setup/named.h"

#include <CLI/CLI.hpp>

namespace Cli {

ShowProfile::ShowProfile(CLI::App &profiles, QObject *parent)
    : Command(parent), m_app(profiles.add_subcommand("show", "Show what is saved of a writeback"))
{
    addOption(m_app, "PROFILE", m_profile, "Saved writeback, by name or ID")->required();
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print it as one JSON document");
}

bool ShowProfile::isAskedFor() const
{
    return m_app->parsed();
}

void ShowProfile::start()
{
    const SavedData data(m_dataDir);
    data.reportFaults();
    const auto profile = Setup::profileNamed(data.store(), m_profile);
    if (!profile) {
        Q_EMIT finished(refuse(profile.error(), m_json));
        return;
    }
    const auto printed =
        print(m_json ? jsonText(profileJson(**profile, data.store())) : profileText(**profile, data.store()));
    Q_EMIT finished(printed ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
