#pragma once

#include "profiles/secretstore.h"

#include <map>
#include <utility>

namespace Profiles {

// Keeps secrets in memory until the program ends: for machines without a keychain, for tests and for sample data. Never
// fails; never lasting.
class SessionSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void read(const QString &accountId, Secret secret, QObject *context, Read answer) override;
    void write(const QString &accountId, Secret secret, const QString &value, QObject *context, Done answer) override;
    void remove(const QString &accountId, Secret secret, QObject *context, Done answer) override;
    [[nodiscard]] bool isLasting() const override { return false; }

private:
    std::map<std::pair<QString, Secret>, QString> m_secrets;
};

} // namespace Profiles
