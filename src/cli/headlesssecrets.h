#pragma once

#include "cli/credentials.h"
#include "profiles/secretstore.h"

namespace Cli {

// Secrets where nobody is there to unlock a keychain: those of the environment, which are the same for every account
// (see agree()), and else those of the keychain. Once the keychain has failed to answer, it is not asked again. The
// keychain must outlive it.
class HeadlessSecrets final : public Profiles::SecretStore
{
    Q_OBJECT

public:
    HeadlessSecrets(EnvironmentCredentials environment, Profiles::SecretStore &keychain, QObject *parent = nullptr);

    void read(const QString &accountId, Profiles::Secret secret, QObject *context, Read answer) override;
    void write(const QString &accountId, Profiles::Secret secret, const QString &value, QObject *context,
               Done answer) override; // to the keychain
    void remove(const QString &accountId, Profiles::Secret secret, QObject *context,
                Done answer) override; // from the keychain
    [[nodiscard]] bool isPersistent() const override { return m_keychain.isPersistent(); }

private:
    const EnvironmentCredentials m_environment;
    Profiles::SecretStore &m_keychain;
    std::optional<Core::Error> m_fault; // of the keychain
};

} // namespace Cli
