#include "cli/headlesssecrets.h"

#include <QPointer>

namespace Cli {

using Profiles::Secret;

HeadlessSecrets::HeadlessSecrets(EnvironmentCredentials environment, Profiles::SecretStore &keychain, QObject *parent)
    : SecretStore(parent), m_environment(std::move(environment)), m_keychain(keychain)
{
}

void HeadlessSecrets::read(const QString &accountId, Secret secret, QObject *context, Read answer)
{
    const auto answerLater = [&](const Core::Result<QString> &result) {
        QMetaObject::invokeMethod(
            context, [answer, result] { answer(result); }, Qt::QueuedConnection);
    };
    if (secret == Secret::Domo && m_environment.domo)
        return answerLater(m_environment.domo->secret);
    if (secret == Secret::Workiva && m_environment.workiva)
        return answerLater(m_environment.workiva->secret);
    if (m_fault)
        return answerLater(Core::fail(*m_fault));
    const QPointer<QObject> asker(context);
    m_keychain.read(accountId, secret, this, [this, asker, answer](const Core::Result<QString> &result) {
        if (!result && result.error().kind == Core::ErrorKind::Keychain)
            m_fault = result.error();
        if (asker)
            answer(result);
    });
}

void HeadlessSecrets::write(const QString &accountId, Secret secret, const QString &value, QObject *context,
                            Done answer)
{
    m_keychain.write(accountId, secret, value, context, std::move(answer));
}

void HeadlessSecrets::remove(const QString &accountId, Secret secret, QObject *context, Done answer)
{
    m_keychain.remove(accountId, secret, context, std::move(answer));
}

} // namespace Cli
