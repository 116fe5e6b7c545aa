#include "cli/commands/profiles/importprofile.h"

#include "cli/definitions.h"
#include "cli/profiletext.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddefinitions.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "core/pasted.h"
#include "profiles/profilefile.h"
#include "setup/named.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

ImportProfile::ImportProfile(CLI::App &profiles, QObject *parent)
    : Command(parent), m_app(profiles.add_subcommand("import", "Save the writeback of a file"))
{
    addOption(m_app, "FILE", m_file, "File of a writeback (*.writeback.json)")->required();
    addOption(m_app, "--account", m_account,
              "Account that it is run with, by name or ID; not needed if only one is saved")
        ->type_name("NAME");
    addOption(m_app, "--name", m_name, "Name to save it under (default: the one in the file)")->type_name("NAME");
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print what was saved as one JSON document");
}

bool ImportProfile::isAskedFor() const
{
    return m_app->parsed();
}

Core::Result<Profiles::Profile> ImportProfile::imported(SavedData &data) const
{
    Profiles::ProfileStore &store = data.store();
    auto profile = Profiles::readProfileFile(m_file);
    if (!profile)
        return profile;
    if (m_account.isEmpty() && store.accounts().size() == 1) {
        profile->accountId = store.accounts().first().id;
    } else if (m_account.isEmpty()) {
        return Core::fail(Core::ErrorKind::InvalidInput, u"--account"_s, {}, Core::NotGiven{});
    } else {
        const auto account = Setup::accountNamed(store, m_account);
        if (!account)
            return Core::propagate(account);
        profile->accountId = (*account)->id;
    }
    if (const QString name = Core::trimmed(m_name); !name.isEmpty())
        profile->name = name;
    profile->name = store.freeName({.profileId = profile->id, .name = profile->name});
    if (const auto saved = store.save(*profile); !saved)
        return Core::propagate(saved);
    return profile;
}

void ImportProfile::start()
{
    SavedData data(m_dataDir);
    const auto profile = imported(data);
    if (!profile) {
        Q_EMIT finished(refuse(profile.error(), m_json));
        return;
    }
    const auto printed =
        print(m_json ? jsonText(profileJson(*profile, data.store())) : profileText(*profile, data.store()));
    Q_EMIT finished(printed ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
