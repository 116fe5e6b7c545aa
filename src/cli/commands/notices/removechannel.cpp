#include "cli/commands/notices/removechannel.h"

#include "cli/definitions.h"
#include "core/inputfault.h"

#include <CLI/CLI.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

RemoveChannel::RemoveChannel(CLI::App &notices, QObject *parent)
    : StoringCommand(notices, {"remove", "Remove a channel and its secrets"}, parent)
{
    addOption(app(), "NAME", m_name, "Name of a webhook, \"mail\", or \"desktop\"")->required();
    addUsualOptions();
}

void RemoveChannel::start()
{
    auto changed = channels().read();
    if (!changed)
        return refuse(changed.error());
    if (changed->mail && m_name == QLatin1String(Notices::Mail::id)) {
        const Notices::SecretPlace password = Notices::passwordOf(*changed->mail);
        changed->mail.reset();
        return storeWithout(*changed, {password});
    }
    if (changed->desktop && m_name == QLatin1String(Notices::Desktop::id)) {
        changed->desktop.reset();
        return storeWithout(*changed, {});
    }
    const auto named = std::ranges::find(changed->webhooks, m_name, &Notices::Webhook::name);
    if (named == changed->webhooks.end()) {
        QStringList names;
        if (changed->mail)
            names.append(QLatin1String(Notices::Mail::id));
        if (changed->desktop)
            names.append(QLatin1String(Notices::Desktop::id));
        for (const Notices::Webhook &webhook : std::as_const(changed->webhooks))
            names.append(webhook.name);
        return refuse({.kind = Core::ErrorKind::InvalidInput, .subject = m_name, .cause = Core::NotOneOf{names}});
    }
    const QList<Notices::SecretPlace> secrets = Notices::secretsOf(*named);
    changed->webhooks.erase(named);
    storeWithout(*changed, secrets);
}

} // namespace Cli
