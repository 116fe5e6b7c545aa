#include "core/laterversion.h"
#include "profiles/migrations.h"
#include "profiles/profilestore.h"
#include "profiles/records.h"

#include <QDir>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Profiles;
using Kind = JsonFolder::Fault::Kind;

namespace {

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject ofVersion(int version, const Profile &profile)
{
    QJsonObject object = toJson(profile);
    object.insert(Profiles::schemaVersionKey, version);
    return object;
}

QByteArray stored(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

class TestProfileStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void savedAndReopenedIsIdentical_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void savedAndReopenedIsIdentical()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QList<Account> accounts;
        QList<Profile> profiles;
        {
            ProfileStore store(m_place->path());
            for (int i = 0; i < 5; ++i) {
                accounts.append(Support::randomAccount(random));
                QVERIFY(store.save(accounts.last()));
                profiles.append(Support::randomProfile(random));
                QVERIFY(store.save(profiles.last()));
            }
        }
        const ProfileStore reopened(m_place->path());
        QVERIFY(reopened.faults().isEmpty());
        QCOMPARE(reopened.accounts().size(), accounts.size());
        QCOMPARE(reopened.profiles().size(), profiles.size());
        for (const Account &account : std::as_const(accounts)) {
            QVERIFY(reopened.account(account.id));
            QCOMPARE(*reopened.account(account.id), account);
        }
        for (const Profile &profile : std::as_const(profiles)) {
            QVERIFY(reopened.profile(profile.id));
            QCOMPARE(*reopened.profile(profile.id), profile);
        }
    }

    void listsAreSortedByName()
    {
        ProfileStore store(m_place->path());
        for (const char *name : {"c", "a", "b"}) {
            QVERIFY(store.save(Support::account(QString::fromLatin1(name))));
            QVERIFY(store.save(Support::profile(QString::fromLatin1(name))));
        }
        QString names;
        for (const Account &account : store.accounts())
            names += account.name;
        for (const Profile &profile : store.profiles())
            names += profile.name;
        QCOMPARE(names, u"abcabc"_s);
    }

    void renamingKeepsTheId()
    {
        ProfileStore store(m_place->path());
        Account account = Support::account();
        QVERIFY(store.save(account));
        account.name = u"Another name"_s;
        QVERIFY(store.save(account));
        QCOMPARE(store.accounts(), QList<Account>{account});
    }

    void removedIsGone()
    {
        ProfileStore store(m_place->path());
        const Account account = Support::account();
        const Profile profile = Support::profile();
        QVERIFY(store.save(account));
        QVERIFY(store.save(profile));
        QVERIFY(store.removeAccount(account.id));
        QVERIFY(store.removeProfile(profile.id));
        QVERIFY(!store.account(account.id));
        QVERIFY(!store.profile(profile.id));
        const ProfileStore reopened(m_place->path());
        QVERIFY(reopened.accounts().isEmpty());
        QVERIFY(reopened.profiles().isEmpty());
    }

    void severalAreSavedWithOneChange()
    {
        ProfileStore store(m_place->path());
        QSignalSpy changed(&store, &ProfileStore::changed);
        const QList<Profile> profiles{Support::profile(u"A"_s), Support::profile(u"B"_s)};
        QVERIFY(store.save(profiles));
        QCOMPARE(store.profiles(), profiles);
        QCOMPARE(changed.count(), 1);
        QVERIFY(store.save(QList<Profile>()));
        QCOMPARE(changed.count(), 1);
    }

    void severalAreNotSavedIfOneCannotBe()
    {
        ProfileStore store(m_place->path());
        Profile known = Support::profile(u"Known"_s);
        const Profile added = Support::profile(u"Added"_s);
        const Profile later = Support::profile(u"Later"_s);
        QVERIFY(store.save(known));
        const QByteArray before = bytesOf(profileFile(known.id));
        QVERIFY(put(profileFile(later.id), stored(ofVersion(99, later))));
        store.reload();
        QSignalSpy changed(&store, &ProfileStore::changed);
        known.name = u"Another"_s;
        const auto saved = store.save(QList<Profile>{known, added, later, Support::profile(u"Last"_s)});
        QVERIFY(!saved);
        QCOMPARE(saved.error().subject, profileFile(later.id));
        QCOMPARE(bytesOf(profileFile(known.id)), before);
        QCOMPARE(store.profiles().size(), 1);
        QCOMPARE(changed.count(), 0);
    }

    void takenProfileComesBackAsItWas_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("this version's") << 1;
        QTest::newRow("a later version's") << 99;
    }
    void takenProfileComesBackAsItWas()
    {
        QFETCH(const int, version);
        ProfileStore store(m_place->path());
        const Profile profile = Support::profile();
        const QByteArray bytes = stored(ofVersion(version, profile));
        QVERIFY(put(profileFile(profile.id), bytes));
        store.reload();
        const auto taken = store.takeProfile(profile.id);
        QVERIFY(taken);
        QVERIFY(store.profiles().isEmpty() && store.laterProfiles().isEmpty());
        QVERIFY(!QFile::exists(profileFile(profile.id)));
        QVERIFY(store.putBack(*taken));
        QCOMPARE(store.profile(profile.id) != nullptr, version == 1);
        QCOMPARE(store.laterProfile(profile.id) != nullptr, version == 99);
        QCOMPARE(QJsonDocument::fromJson(bytesOf(profileFile(profile.id))), QJsonDocument::fromJson(bytes));
    }

    void profileThatExistsAgainIsNotReplaced()
    {
        ProfileStore store(m_place->path());
        Profile profile = Support::profile();
        QVERIFY(store.save(profile));
        const auto taken = store.takeProfile(profile.id);
        profile.name = u"Another"_s;
        QVERIFY(store.save(profile));
        QVERIFY(taken && store.putBack(*taken));
        QCOMPARE(store.profile(profile.id)->name, profile.name);
    }

    void missingProfileIsTakenAndPutBackAsNothing()
    {
        ProfileStore store(m_place->path());
        const auto taken = store.takeProfile(Profiles::newId());
        QVERIFY(taken && taken->document.isEmpty());
        QVERIFY(store.putBack(*taken));
        QVERIFY(store.profiles().isEmpty() && store.faults().isEmpty());
    }

    void profilesOfAnAccount()
    {
        ProfileStore store(m_place->path());
        Profile mine = Support::profile();
        mine.accountId = u"mine"_s;
        QVERIFY(store.save(mine));
        QVERIFY(store.save(Support::profile()));
        QCOMPARE(store.profilesOf(u"mine"_s), QList<Profile>{mine});
    }

    void namesAreFreeUntilAnotherTakesThem()
    {
        ProfileStore store(m_place->path());
        Profile first = Support::profile();
        first.name = u"Balance"_s;
        QCOMPARE(store.freeName({.profileId = first.id, .name = first.name}), first.name);
        QVERIFY(store.save(first));
        QCOMPARE(store.freeName({.profileId = first.id, .name = first.name}), first.name); // its own
        Profile second = Support::profile();
        second.name = store.freeName({.profileId = second.id, .name = u"balance"_s});
        QVERIFY(second.name.compare(first.name, Qt::CaseInsensitive) != 0);
        QVERIFY(store.save(second));
        const QString third = store.freeName({.profileId = QString(), .name = first.name});
        for (const Profile &taken : {first, second})
            QVERIFY(third.compare(taken.name, Qt::CaseInsensitive) != 0);
    }

    void sessionAccountIsNeverInAFile()
    {
        ProfileStore store(m_place->path());
        const Account own = Support::account();
        QVERIFY(store.save(own));
        Account sample = Support::account(u"Sample"_s);
        store.addForSession(sample);
        QVERIFY(store.isForSession(sample.id));
        QVERIFY(!store.isForSession(own.id));
        QCOMPARE(store.accounts().size(), 2);
        sample.domoInstance = u"sandbox"_s;
        QVERIFY(store.save(sample));
        QCOMPARE(*store.account(sample.id), sample);
        QCOMPARE(ProfileStore(m_place->path()).accounts(), QList<Account>{own});
        QVERIFY(store.removeAccount(sample.id));
        QCOMPARE(store.accounts(), QList<Account>{own});
    }

    void sessionProfileIsNeverInAFile()
    {
        ProfileStore store(m_place->path());
        const Profile own = Support::profile(u"Own"_s);
        QVERIFY(store.save(own));
        Profile shared = Support::profile(u"A file's"_s);
        store.addProfileForSession(shared);
        QVERIFY(store.isProfileForSession(shared.id));
        QVERIFY(!store.isProfileForSession(own.id));
        QCOMPARE(store.profiles(), (QList<Profile>{shared, own}));
        shared.description = u"changed"_s;
        QVERIFY(store.save(shared));
        QCOMPARE(*store.profile(shared.id), shared);
        QCOMPARE(ProfileStore(m_place->path()).profiles(), QList<Profile>{own});
    }

    void changedComesOnceForASave()
    {
        ProfileStore store(m_place->path());
        QSignalSpy changed(&store, &ProfileStore::changed);
        QVERIFY(store.save(Support::profile()));
        QCOMPARE(changed.count(), 1);
        // The folder's own notification arrives later, without changes; the one after the next save shows that it has
        // arrived.
        ProfileStore other(m_place->path());
        QVERIFY(other.save(Support::profile()));
        QTRY_COMPARE(store.profiles().size(), 2);
        QCOMPARE(changed.count(), 2);
    }

    void savingTheSameAgainIsNoChange()
    {
        ProfileStore store(m_place->path());
        const Profile profile = Support::profile();
        QVERIFY(store.save(profile));
        QSignalSpy changed(&store, &ProfileStore::changed);
        QVERIFY(store.save(profile));
        QCOMPARE(changed.count(), 0);
    }

    void anotherStoreSeesWhatIsSaved()
    {
        ProfileStore one(m_place->path()); // the first instance of the program, without any data
        ProfileStore two(m_place->path());
        Account account = Support::account();
        const Profile profile = Support::profile();

        QVERIFY(one.save(account));
        QTRY_COMPARE(two.accounts(), QList<Account>{account});
        QVERIFY(two.save(profile));
        QTRY_COMPARE(one.profiles(), QList<Profile>{profile});
        account.name = u"Renamed"_s;
        QVERIFY(two.save(account));
        QTRY_COMPARE(one.accounts(), QList<Account>{account});
        QVERIFY(one.removeProfile(profile.id));
        QTRY_COMPARE(two.profiles(), QList<Profile>());
    }

    void foldersRemovedAndMadeAnewAreSeen()
    {
        ProfileStore store(m_place->path());
        QVERIFY(store.save(Support::profile()));
        QVERIFY(QDir(m_place->filePath(u"profiles"_s)).removeRecursively());
        QTRY_COMPARE(store.profiles().size(), 0);

        const Profile profile = Support::profile();
        QVERIFY(store.save(profile)); // creates the folder
        QCOMPARE(store.profiles(), QList<Profile>{profile});
        ProfileStore other(m_place->path());
        QVERIFY(other.removeProfile(profile.id));
        QTRY_COMPARE(store.profiles().size(), 0);
    }

    void ofTwoSavesTheLastWins()
    {
        ProfileStore one(m_place->path());
        ProfileStore two(m_place->path());
        Profile profile = Support::profile();
        QVERIFY(one.save(profile));
        profile.description = u"last"_s;
        QVERIFY(two.save(profile));
        QTRY_COMPARE(one.profiles(), QList<Profile>{profile});
        QCOMPARE(two.profiles(), QList<Profile>{profile});
    }

    void faultStaysReportedAfterItsFileWasSetAside()
    {
        ProfileStore store(m_place->path());
        QVERIFY(put(profileFile(u"broken"_s), "{"_ba));
        store.reload();
        QCOMPARE(store.faults().size(), 1);
        const Profile profile = Support::profile();
        ProfileStore other(m_place->path());
        QVERIFY(other.save(profile));
        QTRY_COMPARE(store.profiles(), QList<Profile>{profile}); // read again
        QCOMPARE(store.faults().size(), 1);
        QCOMPARE(store.faults()[0].kind, Kind::SetAside);
        QVERIFY(QFile::exists(store.faults()[0].path));
        QVERIFY(other.faults().isEmpty());
    }

    void invalidRecordIsSetAside_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QJsonObject json = toJson(Support::profile());
        json.insert(u"id"_s, u"one"_s);
        QJsonObject changed = json;
        changed.remove(u"id"_s);
        QTest::newRow("no id") << changed;
        changed = json;
        changed.remove(u"sheetId"_s);
        QTest::newRow("no sheet") << changed;
        changed = json;
        changed.insert(u"region"_s, u"?"_s);
        QTest::newRow("no region") << changed;
        for (const QJsonValue &version : {QJsonValue(QJsonValue::Undefined), QJsonValue(0), QJsonValue(u"1"_s)}) {
            changed = json;
            changed.insert(u"schemaVersion"_s, version);
            QTest::addRow("version %s", qPrintable(version.toVariant().toString())) << changed;
        }
        QTest::newRow("empty") << QJsonObject();
    }
    void invalidRecordIsSetAside()
    {
        QFETCH(QJsonObject, object);
        ProfileStore store(m_place->path());
        QVERIFY(put(profileFile(u"one"_s), stored(object)));
        store.reload();
        QVERIFY(store.profiles().isEmpty());
        QCOMPARE(store.faults().size(), 1);
        QCOMPARE(store.faults()[0].kind, Kind::SetAside);
        QVERIFY(!QFile::exists(profileFile(u"one"_s)));
    }

    void recordUnderAnotherIdIsSetAside()
    {
        ProfileStore store(m_place->path());
        const Profile profile = Support::profile();
        QVERIFY(store.save(profile));
        QVERIFY(put(profileFile(u"copy"_s), stored(toJson(profile))));
        store.reload();
        QCOMPARE(store.profiles(), QList<Profile>{profile});
        QCOMPARE(store.faults().size(), 1);
        QVERIFY(QFile::exists(profileFile(profile.id)));
        QVERIFY(!QFile::exists(profileFile(u"copy"_s)));
    }

    void laterVersionIsLeftAlone_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("schema") << u"schemaVersion"_s << QJsonValue(99);
        QTest::newRow("update method") << u"updateMethod"_s << QJsonValue(u"guess"_s);
    }
    void laterVersionIsLeftAlone()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        ProfileStore store(m_place->path());
        Profile profile = Support::profile(u"Balance"_s);
        QJsonObject json = toJson(profile);
        json.insert(key, value);
        const QByteArray bytes = stored(json);
        QVERIFY(put(profileFile(profile.id), bytes));
        store.reload();
        QVERIFY(store.profiles().isEmpty());
        QVERIFY(store.faults().isEmpty());
        QCOMPARE(store.laterProfiles(), (QList<LaterRecord>{{profile.id, profile.name, profile.accountId}}));
        QCOMPARE(*store.laterProfile(profile.id), store.laterProfiles().constFirst());
        QCOMPARE(store.usersOf(profile.accountId), QStringList{profile.name});
        QVERIFY(store.freeName({.profileId = Profiles::newId(), .name = profile.name}) != profile.name);

        profile.name = u"Another"_s;
        const auto saved = store.save(profile);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(saved.error().subject, profileFile(profile.id));
        QVERIFY(saved.error().cause.as<Core::LaterVersion>());
        QCOMPARE(bytesOf(profileFile(profile.id)), bytes);

        QSignalSpy changed(&store, &ProfileStore::changed);
        QVERIFY(store.removeProfile(profile.id));
        QVERIFY(store.laterProfiles().isEmpty());
        QCOMPARE(changed.count(), 1);
    }

    void recordSavedByALaterVersionInTheMeantimeIsNotOverwritten()
    {
        ProfileStore store(m_place->path());
        const Account account = Support::account();
        QVERIFY(store.save(account));
        QJsonObject json = toJson(account);
        json.insert(u"schemaVersion"_s, 99);
        const QString path = m_place->filePath(u"accounts/%1.json"_s.arg(account.id));
        QVERIFY(put(path, stored(json))); // the store has not been notified of this yet
        QVERIFY(store.account(account.id));
        QVERIFY(!store.save(account));
        QCOMPARE(bytesOf(path), stored(json));
        QCOMPARE(store.account(account.id), nullptr);
        QCOMPARE(store.laterAccount(account.id)->name, account.name);
    }

    void laterVersionWithoutANameIsCalledByItsId()
    {
        ProfileStore store(m_place->path());
        QVERIFY(put(profileFile(u"later"_s), "{\"schemaVersion\": 99}"_ba));
        store.reload();
        QCOMPARE(store.laterProfiles(), (QList<LaterRecord>{{u"later"_s, u"later"_s, QString()}}));
    }

    void placeTakenByAFileIsADiskError()
    {
        QVERIFY(put(m_place->filePath(u"profiles"_s), "a file"_ba));
        ProfileStore store(m_place->path());
        QSignalSpy changed(&store, &ProfileStore::changed);
        const auto saved = store.save(Support::profile());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Core::ErrorKind::Disk);
        QVERIFY(store.profiles().isEmpty());
        QCOMPARE(changed.count(), 0);
        QVERIFY(store.save(Support::account())); // the other folder is not affected
    }

    void foreignIdIsRefused()
    {
        ProfileStore store(m_place->path());
        Profile profile = Support::profile();
        profile.id = u"../accounts/one"_s;
        const auto saved = store.save(profile);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Core::ErrorKind::InvalidInput);
        QVERIFY(store.accounts().isEmpty());
    }

private:
    [[nodiscard]] QString profileFile(const QString &id) const
    {
        return m_place->filePath(u"profiles/%1.json"_s.arg(id));
    }

    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
