#pragma once

#include "profiles/secretstore.h"

#include <map>
#include <utility>

namespace Support {

// Keeps secrets in memory until the test ends. Never fails; never persistent.
class SessionSecretStore final : public Profiles::SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void read(const QString &accountId, Profiles::Secret secret, QObject *context, Read answer) override;
    void write(const QString &accountId, Profiles::Secret secret, const QString &value, QObject *context,
               Done answer) override;
    void remove(const QString &accountId, Profiles::Secret secret, QObject *context, Done answer) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    std::map<std::pair<QString, Profiles::Secret>, QString> m_secrets;
};

} // namespace Support
