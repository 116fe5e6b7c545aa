#pragma once

#include "profiles/secretstore.h"

namespace App {

// Returns the secrets of the sample account, which are not confidential, and forwards everything else to the real
// store: trying the program must not open a keychain. The real store must outlive it.
class SampleSecrets final : public Profiles::SecretStore
{
    Q_OBJECT

public:
    SampleSecrets(Profiles::SecretStore &real, QString sampleAccountId, QObject *parent = nullptr);

    void setSecrets(const QString &domo, const QString &workiva); // of the sample account

    void read(const QString &accountId, Profiles::Secret secret, QObject *context, Read answer) override;
    void write(const QString &accountId, Profiles::Secret secret, const QString &value, QObject *context,
               Done answer) override;
    void remove(const QString &accountId, Profiles::Secret secret, QObject *context, Done answer) override;
    [[nodiscard]] bool isPersistent() const override { return m_real.isPersistent(); }

private:
    Profiles::SecretStore &m_real;
    const QString m_sampleAccountId;
    QString m_domo;
    QString m_workiva;
};

} // namespace App
