#pragma once

#include "notices/channels.h"
#include "profiles/secretstore.h"

#include <QProcessEnvironment>

namespace Notices {

// A secret of a channel: where it is.
struct SecretPlace
{
    QString ownerId{}; // in the SecretStore
    Profiles::Secret secret = Profiles::Secret::Address;
    QString variable{}; // of the environment, which comes first: a machine may have no keychain

    friend bool operator==(const SecretPlace &, const SecretPlace &) = default;
};

// NOTICE_MAIL_PASSWORD; NOTICE_<NAME>_ADDRESS and NOTICE_<NAME>_KEY, where the name has capital letters and underscores
// for all but letters and digits; NOTICE_PING_<ID>. Two names of webhooks with the same variables exclude each other.
[[nodiscard]] SecretPlace passwordOf(const Mail &mail);
[[nodiscard]] SecretPlace addressOf(const Webhook &webhook);
[[nodiscard]] SecretPlace keyOf(const Webhook &webhook); // of the signed shape
[[nodiscard]] SecretPlace addressOf(const Ping &ping);

[[nodiscard]] QList<SecretPlace> secretsOf(const Webhook &webhook); // those that its shape needs

// From the environment, or else from the store; without what copying adds at both ends. Answers like
// SecretStore::read(), with Keychain or NotFound, and the variable as subject.
void readSecret(const SecretPlace &place, const QProcessEnvironment &environment, Profiles::SecretStore &store,
                QObject *context, Profiles::SecretStore::Read answer);

} // namespace Notices
