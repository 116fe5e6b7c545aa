#include "cli/commands/notices/storingcommand.h"

#include "cli/channeltext.h"
#include "cli/saveddefinitions.h"
#include "cli/table.h"
#include "profiles/keychainsecretstore.h"

using namespace Qt::StringLiterals;

namespace Cli {

StoringCommand::~StoringCommand() = default;

Profiles::SecretStore &StoringCommand::keychain()
{
    if (!m_keychain)
        m_keychain = std::make_unique<Profiles::KeychainSecretStore>(unattendedTimeout);
    return *m_keychain;
}

void StoringCommand::store(const Notices::Channels &changed, const QList<SecretEntry> &entries)
{
    storeChannels(channels(), changed, entries, keychain(), this, [this, changed](const Core::Result<void> &stored) {
        if (!stored)
            return refuse(stored.error());
        showStored(changed);
    });
}

void StoringCommand::storeWithout(const Notices::Channels &changed, const QList<Notices::SecretPlace> &removed)
{
    if (const auto written = channels().write(changed); !written)
        return refuse(written.error());
    // What the keychain still has is of no use to anybody, and without a keychain it has nothing.
    removeSecrets(removed, keychain(), this, [this, changed](const Core::Result<void> &) { showStored(changed); });
}

void StoringCommand::showStored(const Notices::Channels &stored)
{
    const QList<QStringList> rows = channelRows(stored, data().store());
    show(rows.isEmpty() ? u"No channels are set up."_s : tableText(rows), channelsJson(stored, data().store()));
}

} // namespace Cli
