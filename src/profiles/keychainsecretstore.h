#pragma once

#include "profiles/secretstore.h"

#include <QHash>

#include <chrono>

namespace QKeychain {
class Job;
}

namespace Profiles {

// Secrets in the system keychain through QtKeychain, each an entry of the service "Workiva Writeback" by the ID of what
// it belongs to: "<account id>/domo", "<account id>/workiva". A keychain may be missing, locked or unanswered, or
// report "not found" on reading while it rejects writing. So writes are read back, and a secret that the keychain did
// not keep is held in memory until the program ends or a later write succeeds; until then isPersistent() is false. A
// request without a response is abandoned after `timeout`; a later response is ignored. Writing does not fail.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(std::chrono::milliseconds timeout = std::chrono::seconds(60),
                                 QObject *parent = nullptr);

    void read(const QString &ownerId, Secret secret, QObject *context, Read answer) override;
    void write(const QString &ownerId, Secret secret, const QString &value, QObject *context, Done answer) override;
    void remove(const QString &ownerId, Secret secret, QObject *context, Done answer) override;
    [[nodiscard]] bool isPersistent() const override { return m_kept.isEmpty(); }

private:
    using Ended = std::function<void(const Core::Result<void> &)>;

    void run(QKeychain::Job *job, Ended ended);
    void probe(const QString &key, const QString &value, int turn, Done answer);
    void keep(const QString &key, const QString &value);
    void forget(const QString &key);

    const std::chrono::milliseconds m_timeout;
    QHash<QString, QString> m_kept; // by key: secrets that the keychain did not keep
    QHash<QString, int> m_turns; // by key: number of writes and removals so far
};

} // namespace Profiles
