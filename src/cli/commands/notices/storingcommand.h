#pragma once

#include "cli/commands/notices/noticecommand.h"
#include "cli/secretentry.h"

namespace Cli {

// A command that changes the channels, and then shows them.
class StoringCommand : public NoticeCommand
{
    Q_OBJECT

protected:
    using NoticeCommand::NoticeCommand;
    ~StoringCommand() override;

    // Each ends the command.
    void store(const Notices::Channels &changed, const QList<SecretEntry> &entries);
    void storeWithout(const Notices::Channels &changed, const QList<Notices::SecretPlace> &removed);

private:
    [[nodiscard]] Profiles::SecretStore &keychain();
    void showStored(const Notices::Channels &stored);

    std::unique_ptr<Profiles::SecretStore> m_keychain;
};

} // namespace Cli
