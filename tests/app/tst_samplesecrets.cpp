#include "app/samplesecrets.h"

#include "support/sessionsecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Profiles::Secret;

class TestSampleSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleAccountHasItsSecretsHere()
    {
        App::SampleSecrets secrets(m_real, u"sample"_s);
        secrets.setSecrets(u"d"_s, u"w"_s);
        QCOMPARE(read(secrets, u"sample"_s, Secret::Domo).value_or(QString()), u"d"_s);
        QCOMPARE(read(secrets, u"sample"_s, Secret::Workiva).value_or(QString()), u"w"_s);
    }

    void realStoreIsNotUsedForTheSampleAccount()
    {
        App::SampleSecrets secrets(m_real, u"sample"_s);
        bool written = false;
        bool removed = false;
        secrets.write(u"sample"_s, Secret::Domo, u"x"_s, this,
                      [&written](const Core::Result<void> &done) { written = done.has_value(); });
        QTRY_VERIFY(written);
        QCOMPARE(read(m_real, u"sample"_s, Secret::Domo).error().kind, Core::ErrorKind::NotFound);
        secrets.remove(u"sample"_s, Secret::Domo, this,
                       [&removed](const Core::Result<void> &done) { removed = done.has_value(); });
        QTRY_VERIFY(removed);
    }

    void otherAccountsAreInTheRealStore()
    {
        App::SampleSecrets secrets(m_real, u"sample"_s);
        bool written = false;
        secrets.write(u"other"_s, Secret::Workiva, u"x"_s, this,
                      [&written](const Core::Result<void> &done) { written = done.has_value(); });
        QTRY_VERIFY(written);
        QCOMPARE(read(m_real, u"other"_s, Secret::Workiva).value_or(QString()), u"x"_s);
        QCOMPARE(read(secrets, u"other"_s, Secret::Workiva).value_or(QString()), u"x"_s);
        bool removed = false;
        secrets.remove(u"other"_s, Secret::Workiva, this,
                       [&removed](const Core::Result<void> &done) { removed = done.has_value(); });
        QTRY_VERIFY(removed);
        QCOMPARE(read(m_real, u"other"_s, Secret::Workiva).error().kind, Core::ErrorKind::NotFound);
    }

    void persistenceIsThatOfTheRealStore()
    {
        App::SampleSecrets secrets(m_real, u"sample"_s);
        QCOMPARE(secrets.isPersistent(), m_real.isPersistent());
        QSignalSpy changed(&secrets, &Profiles::SecretStore::persistenceChanged);
        Q_EMIT m_real.persistenceChanged(true);
        QCOMPARE(changed.count(), 1);
    }

private:
    Support::SessionSecretStore m_real;

    Core::Result<QString> read(Profiles::SecretStore &store, const QString &account, Secret secret)
    {
        std::optional<Core::Result<QString>> answer;
        store.read(account, secret, this, [&answer](const Core::Result<QString> &value) { answer = value; });
        if (answer || !QTest::qWaitFor([&answer] { return answer.has_value(); }))
            return Core::fail(Core::ErrorKind::Internal); // answers at once, or never
        return *answer;
    }
};

QTEST_GUILESS_MAIN(TestSampleSecrets)
#include "tst_samplesecrets.moc"
