#include "cli/commands/notices/setping.h"

#include "cli/definitions.h"
#include "cli/helptext.h"
#include "cli/terminal.h"
#include "setup/named.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

SetPing::SetPing(CLI::App &notices, QObject *parent)
    : StoringCommand(notices,
                     {"ping",
                      "Ping an address when a scheduled run of a writeback starts, succeeds or fails; asks for the "
                      "address"},
                     parent)
{
    addOption(app(), "PROFILE", m_profile, "Saved writeback, by name or ID")->required();
    app()->add_flag("--remove", m_removes, "Ping no more");
    addUsualOptions();
    app()->footer(noticesHelp());
}

void SetPing::start()
{
    catchInterrupts();
    const auto profile = Setup::profileNamed(data().store(), m_profile);
    if (!profile)
        return refuse(profile.error());
    auto changed = channels().read();
    if (!changed)
        return refuse(changed.error());
    Notices::Ping ping{.profileId = (*profile)->id};
    changed->pings.removeIf([&ping](const Notices::Ping &one) { return one.profileId == ping.profileId; });
    if (m_removes)
        return storeWithout(*changed, {Notices::addressOf(ping)});
    QList<SecretEntry> entries{{.place = Notices::addressOf(ping), .label = u"Address"_s}};
    if (const auto entered = enter(entries); !entered)
        return refuse(entered.error());
    const auto address = Notices::addressIn(entries.first().value);
    if (!address)
        return refuse(address.error());
    ping.host = address->host();
    changed->pings.append(ping);
    store(*changed, entries);
}

} // namespace Cli
