#include "app/samplesecrets.h"

namespace App {

using Profiles::Secret;

namespace {

void sayDone(QObject *context, Profiles::SecretStore::Done answer)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
}

} // namespace

SampleSecrets::SampleSecrets(Profiles::SecretStore &real, QString sampleAccountId, QObject *parent)
    : SecretStore(parent), m_real(real), m_sampleAccountId(std::move(sampleAccountId))
{
    connect(&real, &SecretStore::persistenceChanged, this, &SecretStore::persistenceChanged);
}

void SampleSecrets::setSecrets(const QString &domo, const QString &workiva)
{
    m_domo = domo;
    m_workiva = workiva;
}

void SampleSecrets::read(const QString &accountId, Secret secret, QObject *context, Read answer)
{
    if (accountId != m_sampleAccountId)
        return m_real.read(accountId, secret, context, std::move(answer));
    const QString value = secret == Secret::Domo ? m_domo : m_workiva;
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), value] { answer(value); }, Qt::QueuedConnection);
}

void SampleSecrets::write(const QString &accountId, Secret secret, const QString &value, QObject *context, Done answer)
{
    if (accountId != m_sampleAccountId)
        return m_real.write(accountId, secret, value, context, std::move(answer));
    sayDone(context, std::move(answer));
}

void SampleSecrets::remove(const QString &accountId, Secret secret, QObject *context, Done answer)
{
    if (accountId != m_sampleAccountId)
        return m_real.remove(accountId, secret, context, std::move(answer));
    sayDone(context, std::move(answer));
}

} // namespace App
