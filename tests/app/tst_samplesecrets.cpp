#include "app/samplesecrets.h"

#include "support/sessionsecretstore.h"

#include <QSignalSpy>
#include <QTest>

using Profiles::Secret;

class TestSampleSecrets final : public QObject
{
    Q_OBJECT

    Support::SessionSecretStore m_real;

    Core::Result<QString> read(Profiles::SecretStore &store, const QString &account, Secret secret)
    {
        std::optional<Core::Result<QString>> answer;
        store.read(account, secret, this, [&answer](const Core::Result<QString> &value) { answer = value; });
        if (answer || !QTest::qWaitFor([&answer] { return answer.has_value(); }))
            return Core::fail(Core::ErrorKind::Internal); // at once, or never
        return *answer;
    }

private Q_SLOTS:
    void theSampleAccountHasItsSecretsHere()
    {
        App::SampleSecrets secrets(m_real, QStringLiteral("sample"));
        secrets.setSecrets(QStringLiteral("d"), QStringLiteral("w"));
        QCOMPARE(read(secrets, QStringLiteral("sample"), Secret::Domo).value_or(QString()), QStringLiteral("d"));
        QCOMPARE(read(secrets, QStringLiteral("sample"), Secret::Workiva).value_or(QString()), QStringLiteral("w"));
    }

    void theRealStoreNeverHearsOfTheSampleAccount()
    {
        App::SampleSecrets secrets(m_real, QStringLiteral("sample"));
        bool written = false;
        bool removed = false;
        secrets.write(QStringLiteral("sample"), Secret::Domo, QStringLiteral("x"), this,
                      [&written](const Core::Result<void> &done) { written = done.has_value(); });
        QTRY_VERIFY(written);
        QCOMPARE(read(m_real, QStringLiteral("sample"), Secret::Domo).error().kind, Core::ErrorKind::NotFound);
        secrets.remove(QStringLiteral("sample"), Secret::Domo, this,
                       [&removed](const Core::Result<void> &done) { removed = done.has_value(); });
        QTRY_VERIFY(removed);
    }

    void everyOtherAccountIsTheRealStores()
    {
        App::SampleSecrets secrets(m_real, QStringLiteral("sample"));
        bool written = false;
        secrets.write(QStringLiteral("other"), Secret::Workiva, QStringLiteral("x"), this,
                      [&written](const Core::Result<void> &done) { written = done.has_value(); });
        QTRY_VERIFY(written);
        QCOMPARE(read(m_real, QStringLiteral("other"), Secret::Workiva).value_or(QString()), QStringLiteral("x"));
        QCOMPARE(read(secrets, QStringLiteral("other"), Secret::Workiva).value_or(QString()), QStringLiteral("x"));
        bool removed = false;
        secrets.remove(QStringLiteral("other"), Secret::Workiva, this,
                       [&removed](const Core::Result<void> &done) { removed = done.has_value(); });
        QTRY_VERIFY(removed);
        QCOMPARE(read(m_real, QStringLiteral("other"), Secret::Workiva).error().kind, Core::ErrorKind::NotFound);
    }

    void whetherSecretsLastIsTheRealStoresWord()
    {
        App::SampleSecrets secrets(m_real, QStringLiteral("sample"));
        QCOMPARE(secrets.isLasting(), m_real.isLasting());
        QSignalSpy changed(&secrets, &Profiles::SecretStore::lastingChanged);
        Q_EMIT m_real.lastingChanged(true);
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSampleSecrets)
#include "tst_samplesecrets.moc"
