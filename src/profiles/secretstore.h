#pragma once

#include "core/result.h"

#include <QObject>

#include <functional>

namespace Profiles {

enum class Secret {
    Domo, // of an account: its two
    Workiva,
    Password, // of those who are told: of the mail account
    Address, // to which a notice or a ping goes; who knows it can send there
    Key, // that signs notices
};

// Stores secrets: the two of each account, under the account's ID, so that they survive renaming it, and likewise what
// notices need (see notices/channels.h). Each call is
// answered exactly once, from the event loop, unless `context` or the store is destroyed first; started work completes
// regardless, and requests for one secret are processed in order. One thread. Errors are Keychain with the store's
// message as detail; a missing secret is NotFound when read and success when removed.
class SecretStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    using QObject::QObject;

    using Read = std::function<void(const Core::Result<QString> &)>;
    using ReadBoth = std::function<void(const Core::Result<QString> &domo, const Core::Result<QString> &workiva)>;
    using Done = std::function<void(const Core::Result<void> &)>;

    virtual void read(const QString &ownerId, Secret secret, QObject *context, Read answer) = 0;
    virtual void write(const QString &ownerId, Secret secret, const QString &value, QObject *context, Done answer) = 0;
    virtual void remove(const QString &ownerId, Secret secret, QObject *context, Done answer) = 0;

    // One after the other, so that a locked keychain prompts its user only once.
    void readBoth(const QString &accountId, QObject *context, ReadBoth answer);
    void removeBoth(const QString &accountId, QObject *context, Done answer); // tries both; reports the first error

    // False while a secret is only in memory and will be lost when the program ends; the user is told.
    [[nodiscard]] virtual bool isPersistent() const = 0;

Q_SIGNALS:
    void persistenceChanged(bool persistent);
};

} // namespace Profiles
