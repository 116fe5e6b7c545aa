#pragma once

#include "notices/channels.h"
#include "notices/secrets.h"

#include <QObject>

#include <functional>

namespace Cli {

// A secret that a command needs, and its value. Never an option, because the list of processes shows those.
struct SecretEntry
{
    Notices::SecretPlace place{};
    QString label{}; // for the prompt and for errors
    QString value{};
    bool isOfEnvironment = false; // where it is set again for each run, and so it is not stored

    friend bool operator==(const SecretEntry &, const SecretEntry &) = default;
};

// Fills in the values: from the environment, or else from standard input, a line each, without echo on a terminal.
// InvalidInput with Core::NotGiven and the label if one is missing, or with Core::UnseenCharacter; Cancelled.
[[nodiscard]] Core::Result<void> enter(QList<SecretEntry> &entries);

// Stores channels and the secrets entered for them, or nothing. Answers once, from the event loop, unless `context` is
// destroyed. Disk; Keychain with the variable as subject if the keychain did not keep a secret.
void storeChannels(const Notices::ChannelStore &store, const Notices::Channels &channels,
                   const QList<SecretEntry> &entries, Profiles::SecretStore &keychain, QObject *context,
                   std::function<void(const Core::Result<void> &)> answer);

// Removes secrets that are stored; answers likewise.
void removeSecrets(const QList<Notices::SecretPlace> &places, Profiles::SecretStore &keychain, QObject *context,
                   std::function<void(const Core::Result<void> &)> answer);

} // namespace Cli
