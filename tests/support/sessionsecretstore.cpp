#include "support/sessionsecretstore.h"

namespace Support {

using Profiles::Secret;

namespace {

void later(QObject *context, std::function<void()> what)
{
    QMetaObject::invokeMethod(context, std::move(what), Qt::QueuedConnection);
}

} // namespace

void SessionSecretStore::read(const QString &accountId, Secret secret, QObject *context, Read answer)
{
    const auto found = m_secrets.find({accountId, secret});
    const Core::Result<QString> result = found != m_secrets.end() ? Core::Result<QString>(found->second)
                                                                  : Core::fail(Core::ErrorKind::NotFound, accountId);
    later(context, [answer = std::move(answer), result] { answer(result); });
}

void SessionSecretStore::write(const QString &accountId, Secret secret, const QString &value, QObject *context,
                               Done answer)
{
    m_secrets.insert_or_assign({accountId, secret}, value);
    later(context, [answer = std::move(answer)] { answer({}); });
}

void SessionSecretStore::remove(const QString &accountId, Secret secret, QObject *context, Done answer)
{
    m_secrets.erase({accountId, secret});
    later(context, [answer = std::move(answer)] { answer({}); });
}

} // namespace Support
