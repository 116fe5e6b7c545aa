#pragma once

#include "core/result.h"

#include <QObject>

#include <functional>

namespace Profiles {

enum class Secret { Domo, Workiva };

// Where the two secrets of each account are kept, under the account's id: renaming an account keeps them. Every call
// answers exactly once, from the event loop, unless `context` or the store is destroyed before; what was begun is done
// nevertheless, and what is asked of one secret in the order it was asked. One thread. Errors are of the kind Keychain,
// with the store's own words as detail; a secret that is not there is NotFound to a reader, and gone to a remover.
class SecretStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    using QObject::QObject;

    using Read = std::function<void(const Core::Result<QString> &)>;
    using ReadBoth = std::function<void(const Core::Result<QString> &domo, const Core::Result<QString> &workiva)>;
    using Done = std::function<void(const Core::Result<void> &)>;

    virtual void read(const QString &accountId, Secret secret, QObject *context, Read answer) = 0;
    virtual void write(const QString &accountId, Secret secret, const QString &value, QObject *context,
                       Done answer) = 0;
    virtual void remove(const QString &accountId, Secret secret, QObject *context, Done answer) = 0;

    // One after the other: a keychain that is locked then asks its user once.
    void readBoth(const QString &accountId, QObject *context, ReadBoth answer);
    void removeBoth(const QString &accountId, QObject *context, Done answer); // tries both; the first error

    // False while a secret is kept that will be gone with the program: the user is told.
    [[nodiscard]] virtual bool isPersistent() const = 0;

Q_SIGNALS:
    void persistenceChanged(bool persistent);
};

} // namespace Profiles
