#include "cli/commands/notices/addwebhook.h"

#include "cli/definitions.h"
#include "cli/helptext.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "core/pasted.h"
#include "profiles/account.h"

#include <CLI/CLI.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr qsizetype shortestKey = 16; // characters

} // namespace

AddWebhook::AddWebhook(CLI::App &notices, QObject *parent)
    : StoringCommand(notices,
                     {"add-webhook", "Send notices to a web address; asks for the address, and for the key that signs"},
                     parent)
{
    addOption(app(), "NAME", m_name, "Name of the channel, of your own choice")->required();
    addOption(app(), "--shape", m_shape,
              "What is sent: signed (default: JSON with an HMAC-SHA256 signature), slack (for an incoming webhook), or "
              "teams (for a workflow in Microsoft Teams)")
        ->type_name("NAME");
    addUsualOptions();
    app()->footer(noticesHelp());
}

Core::Result<Notices::Webhook> AddWebhook::webhook(const Notices::Channels &present) const
{
    const QString name = Core::trimmed(m_name);
    const auto shape = Notices::shapeNamed(m_shape.isEmpty() ? u"signed"_s : m_shape.toLower());
    if (!shape)
        return Core::fail(Core::ErrorKind::InvalidInput, m_shape, {},
                          Core::NotOneOf{{u"signed"_s, u"slack"_s, u"teams"_s}});
    if (name.isEmpty())
        return Core::fail(Core::ErrorKind::InvalidInput, u"NAME"_s, {}, Core::NotGiven{});
    const Notices::Webhook webhook{.id = Profiles::newId(), .name = name, .shape = *shape};
    const bool isTaken =
        Notices::isReserved(name) || std::ranges::any_of(present.webhooks, [&webhook](const Notices::Webhook &other) {
            return Notices::addressOf(other).variable == Notices::addressOf(webhook).variable;
        });
    if (isTaken)
        return Core::fail(Core::ErrorKind::InvalidInput, name, {}, Core::NameTaken{});
    return webhook;
}

void AddWebhook::start()
{
    catchInterrupts();
    auto changed = channels().read();
    if (!changed)
        return refuse(changed.error());
    auto wanted = webhook(*changed);
    if (!wanted)
        return refuse(wanted.error());
    QList<SecretEntry> entries{{.place = Notices::addressOf(*wanted), .label = u"Address"_s}};
    if (wanted->shape == Notices::Webhook::Shape::Signed)
        entries.append({.place = Notices::keyOf(*wanted), .label = u"Key"_s});
    if (const auto entered = enter(entries); !entered)
        return refuse(entered.error());
    const auto address = Notices::addressIn(entries.first().value);
    if (!address)
        return refuse(address.error());
    if (entries.size() > 1 && entries.last().value.size() < shortestKey)
        return refuse({.kind = Core::ErrorKind::InvalidInput,
                       .subject = entries.last().label,
                       .cause = Core::TooShort{shortestKey}});
    wanted->host = address->host();
    changed->webhooks.append(*wanted);
    store(*changed, entries);
}

} // namespace Cli
