#include "profiles/keychainsecretstore.h"
#include "profiles/profilestore.h"
#include "profiles/records.h"
#include "profiles/silentprompter.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Profiles;
using namespace std::chrono_literals;

namespace {

const QString id = u"0123456789abcdef0123456789abcdef"_s;
const QString domoSecret = u"d0mo-\"ä\\😀 "_s;
const QString workivaSecret = u"w0rkiva"_s;

// One answer of a store, which must arrive from the event loop, once.
template <typename Result> class Answer
{
public:
    [[nodiscard]] auto take()
    {
        return [this](const Result &result) {
            m_result = result;
            ++m_times;
        };
    }
    [[nodiscard]] int times() const { return m_times; }
    [[nodiscard]] Result wait()
    {
        if (QTest::qWaitFor([this] { return m_times == 1; }, 20'000))
            return m_result;
        return Core::fail(Core::ErrorKind::Internal);
    }
    QObject context;

private:
    Result m_result = Core::fail(Core::ErrorKind::Internal);
    int m_times = 0;
};

using Read = Answer<Core::Result<QString>>;
using Done = Answer<Core::Result<void>>;

Core::Result<QString> read(SecretStore &store, Secret secret, const QString &account = id)
{
    Read answer;
    store.read(account, secret, &answer.context, answer.take());
    return answer.times() == 0 ? answer.wait() : Core::fail(Core::ErrorKind::Internal);
}

Core::Result<void> write(SecretStore &store, Secret secret, const QString &value, const QString &account = id)
{
    Done answer;
    store.write(account, secret, value, &answer.context, answer.take());
    return answer.times() == 0 ? answer.wait() : Core::fail(Core::ErrorKind::Internal);
}

Core::Result<void> removeBoth(SecretStore &store, const QString &account = id)
{
    Done answer;
    store.removeBoth(account, &answer.context, answer.take());
    return answer.times() == 0 ? answer.wait() : Core::fail(Core::ErrorKind::Internal);
}

} // namespace

// with_keyring.sh runs each of its functions in a separate process, never in a user's session.
class TestKeychainSecretStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("WRITEBACK_TEST_KEYCHAIN"))
            QSKIP("run by with_keyring.sh");
    }

    // An unlocked keyring, in this order.
    void bothSecretsAreKept()
    {
        KeychainSecretStore store;
        QSignalSpy persistent(&store, &SecretStore::persistenceChanged);
        QVERIFY(write(store, Secret::Domo, domoSecret));
        QVERIFY(write(store, Secret::Workiva, workivaSecret));
        QCOMPARE(read(store, Secret::Domo), Core::Result<QString>(domoSecret));
        QCOMPARE(read(store, Secret::Workiva), Core::Result<QString>(workivaSecret));
        QVERIFY(store.isPersistent());
        QCOMPARE(persistent.count(), 0);
    }

    void anotherProcessReadsBoth()
    {
        KeychainSecretStore store;
        QCOMPARE(read(store, Secret::Domo), Core::Result<QString>(domoSecret));
        QCOMPARE(read(store, Secret::Workiva), Core::Result<QString>(workivaSecret));
    }

    void renamedAccountKeepsItsSecrets()
    {
        const QTemporaryDir place;
        ProfileStore profiles(place.path());
        Account account = Support::account();
        QVERIFY(profiles.save(account));
        KeychainSecretStore store;
        QVERIFY(write(store, Secret::Domo, domoSecret, account.id));
        account.name = u"Another name"_s;
        QVERIFY(profiles.save(account));
        QCOMPARE(read(store, Secret::Domo, profiles.accounts().first().id), Core::Result<QString>(domoSecret));
        QVERIFY(removeBoth(store, account.id));
    }

    void laterWriteReplaces()
    {
        const QString account = newId();
        KeychainSecretStore store;
        QVERIFY(write(store, Secret::Domo, u"one"_s, account));
        QVERIFY(write(store, Secret::Domo, u"two"_s, account));
        KeychainSecretStore other;
        QCOMPARE(read(other, Secret::Domo, account), Core::Result<QString>(u"two"_s));
    }

    void ofTwoWritesAtOnceTheLaterStays()
    {
        const QString account = newId();
        KeychainSecretStore store;
        QSignalSpy persistent(&store, &SecretStore::persistenceChanged);
        Done first;
        Done second;
        store.write(account, Secret::Domo, u"one"_s, &first.context, first.take());
        store.write(account, Secret::Domo, u"two"_s, &second.context, second.take());
        QVERIFY(first.wait());
        QVERIFY(second.wait());
        QCOMPARE(read(store, Secret::Domo, account), Core::Result<QString>(u"two"_s));
        QCOMPARE(persistent.count(), 0);
    }

    void removalDuringAWriteLeavesNothing()
    {
        const QString account = newId();
        KeychainSecretStore store;
        Done written;
        Done removed;
        store.write(account, Secret::Domo, domoSecret, &written.context, written.take());
        store.remove(account, Secret::Domo, &removed.context, removed.take());
        QVERIFY(written.wait());
        QVERIFY(removed.wait());
        const auto found = read(store, Secret::Domo, account);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Core::ErrorKind::NotFound);
        QVERIFY(store.isPersistent());
    }

    void closedWindowLeavesNothingHalfWritten()
    {
        const QString account = newId();
        KeychainSecretStore store;
        auto window = std::make_unique<QObject>();
        int answers = 0;
        store.write(account, Secret::Domo, domoSecret, window.get(), [&](const Core::Result<void> &) { ++answers; });
        window.reset();
        QCOMPARE(read(store, Secret::Domo, account), Core::Result<QString>(domoSecret));

        window = std::make_unique<QObject>();
        store.removeBoth(account, window.get(), [&](const Core::Result<void> &) { ++answers; });
        window.reset();
        QTRY_VERIFY(!read(store, Secret::Domo, account));
        QCOMPARE(answers, 0);
    }

    void destroyedStoreDoesNotAnswer()
    {
        const QString account = newId();
        auto store = std::make_unique<KeychainSecretStore>();
        Done written;
        store->write(account, Secret::Domo, domoSecret, &written.context, written.take());
        store.reset();
        KeychainSecretStore other; // its job runs after the first one's
        QCOMPARE(read(other, Secret::Domo, account), Core::Result<QString>(domoSecret));
        QCOMPARE(written.times(), 0);
    }

    void removedSecretsAreGone()
    {
        KeychainSecretStore store;
        QVERIFY(read(store, Secret::Domo));
        QVERIFY(removeBoth(store));
        for (const Secret secret : {Secret::Domo, Secret::Workiva}) {
            const auto found = read(store, secret);
            QVERIFY(!found);
            QCOMPARE(found.error().kind, Core::ErrorKind::NotFound);
        }
        QVERIFY(removeBoth(store)); // removing missing secrets succeeds
    }

    void anotherProcessFindsNeither()
    {
        KeychainSecretStore store;
        for (const Secret secret : {Secret::Domo, Secret::Workiva}) {
            const auto found = read(store, secret);
            QVERIFY(!found);
            QCOMPARE(found.error().kind, Core::ErrorKind::NotFound);
        }
    }

    // No bus.
    void withoutBusSecretsAreKeptForTheSession()
    {
        KeychainSecretStore store;
        QSignalSpy persistent(&store, &SecretStore::persistenceChanged);
        const auto before = read(store, Secret::Domo);
        QVERIFY(!before);
        QCOMPARE(before.error().kind, Core::ErrorKind::Keychain);
        QVERIFY(store.isPersistent()); // nothing is lost yet

        QVERIFY(write(store, Secret::Domo, domoSecret));
        QVERIFY(write(store, Secret::Workiva, workivaSecret));
        QVERIFY(!store.isPersistent());
        QCOMPARE(persistent, (QList<QVariantList>{{false}}));
        QCOMPARE(read(store, Secret::Domo), Core::Result<QString>(domoSecret));
        QCOMPARE(read(store, Secret::Workiva), Core::Result<QString>(workivaSecret));
    }

    void withoutBusRemovingFails()
    {
        KeychainSecretStore store;
        QVERIFY(write(store, Secret::Domo, domoSecret));
        const auto removed = removeBoth(store);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Core::ErrorKind::Keychain);
        const auto found = read(store, Secret::Domo); // but the session does not have it any more
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Core::ErrorKind::Keychain);
        QVERIFY(store.isPersistent());
    }

    void withoutBusNothingIsWrittenToFiles()
    {
        KeychainSecretStore store;
        QVERIFY(write(store, Secret::Workiva, workivaSecret));
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(workivaSecret.toUtf8()), qUtf8Printable(file.fileName()));
        }
    }

    // A keyring that was never set up.
    void keyringWithoutALoginKeyringIsDetected()
    {
        KeychainSecretStore store;
        const auto before = read(store, Secret::Domo);
        QVERIFY(!before);
        QCOMPARE(before.error().kind, Core::ErrorKind::NotFound); // as if it could store one
        QVERIFY(write(store, Secret::Domo, domoSecret));
        QVERIFY(!store.isPersistent());
        QCOMPARE(read(store, Secret::Domo), Core::Result<QString>(domoSecret));
    }

    // A locked keyring.
    void lockedKeyringTimesOut()
    {
        SilentPrompter prompter;
        QVERIFY(prompter.take());
        KeychainSecretStore store(500ms);
        Done written;
        store.write(id, Secret::Domo, workivaSecret, &written.context, written.take());
        QVERIFY(written.wait());
        QCOMPARE(prompter.questions(), 1); // it was prompted for the password, without a response
        QVERIFY(!store.isPersistent());
        QCOMPARE(read(store, Secret::Domo), Core::Result<QString>(workivaSecret));

        const auto other = read(store, Secret::Workiva); // waits behind the first
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Core::ErrorKind::Keychain);
        const auto removed = removeBoth(store);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Core::ErrorKind::Keychain);

        // The late response allows the next prompt, and changes nothing.
        QSignalSpy persistent(&store, &SecretStore::persistenceChanged);
        prompter.refuse();
        QTRY_COMPARE(prompter.questions(), 2);
        QCOMPARE(written.times(), 1);
        QCOMPARE(persistent.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_keychainsecretstore.moc"
