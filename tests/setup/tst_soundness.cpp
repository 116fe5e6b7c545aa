#include "setup/soundness.h"

#include "core/inputfault.h"
#include "core/laterversion.h"
#include "profiles/migrations.h"
#include "support/profiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;

class TestSoundness final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Profiles::ProfileStore>(m_folder->path());
        m_account = {.id = u"a1"_s,
                     .name = u"Finance"_s,
                     .domoClientId = u"di"_s,
                     .workivaClientId = u"wi"_s,
                     .baseUrlRegion = u"us"_s,
                     .domoUrl = {},
                     .workivaUrl = {},
                     .unknown = {}};
        QVERIFY(m_store->save(m_account));
        m_profile = Support::profile(u"One"_s, u"p1"_s, u"a1"_s);
    }

    void soundOneHasNoFaults() { QVERIFY(Setup::faultsOf(m_profile, *m_store).isEmpty()); }

    void eachFaultIsFound_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"no key", "column twice", "no period", "parameter without a value", "two periods"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void eachFaultIsFound()
    {
        QFETCH(const QString, what);
        if (what == "no key"_L1)
            m_profile.update.kind = Sheet::UpdateMethod::Kind::Upsert;
        else if (what == "column twice"_L1)
            m_profile.shaping.columns = {{.name = u"A"_s}, {.name = u"A"_s}};
        else if (what == "no period"_L1)
            m_profile.period = u"June"_s;
        else if (what == "parameter without a value"_L1)
            m_profile.query.sql = u"SELECT `a` FROM table WHERE `a` = {{value}}"_s;
        else {
            m_profile.period = u"2026-06"_s;
            m_profile.query = {.sql = u"SELECT `a` FROM table WHERE `a` = '{{period}}'"_s,
                               .parameters = {{u"period"_s, u"2026-05"_s}}};
        }
        for (const QList<Core::Error> &faults : {Setup::faultsOf(m_profile), Setup::faultsOf(m_profile, *m_store)}) {
            QCOMPARE(faults.size(), 1);
            QCOMPARE(faults.first().kind, ErrorKind::InvalidInput);
        }
    }

    void accountMustBeThere()
    {
        QVERIFY(m_store->removeAccount(u"a1"_s));
        const auto gone = Setup::faultsOf(m_profile, *m_store);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first().kind, ErrorKind::NoAccount);
        QVERIFY(!gone.first().cause.as<Core::LaterVersion>());
        QVERIFY(Setup::faultsOf(m_profile).isEmpty()); // a file has none

        QJsonObject document = Profiles::toJson(m_account);
        document.insert(Profiles::schemaVersionKey, 99);
        QVERIFY(Profiles::JsonFolder(m_folder->filePath(u"accounts"_s)).write(u"a1"_s, document));
        m_store->reload();
        QVERIFY(Setup::faultsOf(m_profile, *m_store).first().cause.as<Core::LaterVersion>());
    }

    void addressesOfTheAccountMustBeAllowed()
    {
        m_account.baseUrlRegion = u"custom"_s;
        m_account.workivaUrl = QUrl(u"http://example.org"_s); // secrets are not sent there
        QVERIFY(m_store->save(m_account));
        const auto faults = Setup::faultsOf(m_profile, *m_store);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().kind, ErrorKind::BadAddress);
        QCOMPARE(faults.first().service, Core::Service::Workiva);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profiles::ProfileStore> m_store;
    Profiles::Account m_account;
    Profiles::Profile m_profile;
};

QTEST_GUILESS_MAIN(TestSoundness)
#include "tst_soundness.moc"
