#include "setup/shelf.h"
#include "setup/writebackdraft.h"

#include <QSignalSpy>
#include <QTest>

using Profiles::Secret;
using Setup::Commit;
using Setup::WritebackDraft;
using Support::Shelf;
using namespace Qt::StringLiterals;

namespace {

using NameFault = WritebackDraft::NameFault;

const QString mine(32, u'a');
const QString other(32, u'b');

} // namespace

class TestWritebackDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

    void whatTheUserEnteredChangesIt()
    {
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, {});
        QVERIFY(!draft.isChanged());
        draft.propose({u"A"_s, u"B"_s});
        QVERIFY(!draft.isChanged()); // not a user's entry
        draft.touch();
        QVERIFY(draft.isChanged());
    }

    void writebackIsNewUntilItIsStored()
    {
        WritebackDraft draft = newOne();
        QVERIFY(draft.isNew()); // though it has an ID
        QVERIFY(m_shelf->store.save(draft.profile));
        QVERIFY(!draft.isNew());
    }

    void initialAccountIsItsOwnOrTheFirstSavedOne()
    {
        QCOMPARE(WritebackDraft(m_shelf->store, m_shelf->secrets, {}).firstAccount(), QString());
        m_shelf->store.addForSession(Support::account(other, u"A sample"_s));
        QCOMPARE(WritebackDraft(m_shelf->store, m_shelf->secrets, {}).firstAccount(), QString());
        QVERIFY(m_shelf->store.save(Support::account(mine, u"Finance"_s)));
        QCOMPARE(WritebackDraft(m_shelf->store, m_shelf->secrets, {}).firstAccount(), mine);
        QCOMPARE(WritebackDraft(m_shelf->store, m_shelf->secrets, Support::profile(u"x"_s, {}, other)).firstAccount(),
                 other);
    }

    void importWithSeveralAccountsStartsWithNone()
    {
        const Profiles::Profile imported = Support::profile(u"x"_s, other, {});
        const auto draftOf = [this](const Profiles::Profile &profile) {
            return WritebackDraft(m_shelf->store, m_shelf->secrets, profile);
        };
        QVERIFY(m_shelf->store.save(Support::account(mine, u"Finance"_s)));
        QVERIFY(draftOf(imported).isImport());
        QCOMPARE(draftOf(imported).firstAccount(), mine);
        QVERIFY(m_shelf->store.save(Support::account(other, u"Second"_s)));
        QCOMPARE(draftOf(imported).firstAccount(), QString());
        QVERIFY(!draftOf({}).isImport());
        QCOMPARE(draftOf({}).firstAccount(), mine);
        QVERIFY(m_shelf->store.save(imported));
        QVERIFY(!draftOf(imported).isImport()); // it lost its account later
    }

    void withoutASignInTheAccountStays()
    {
        QVERIFY(m_shelf->store.save(Support::account(mine, u"Finance"_s)));
        QVERIFY(m_shelf->store.save(Support::profile(u"Balance"_s, other, mine)));
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, *m_shelf->store.profile(other));
        draft.setDescription(u"Every month"_s);
        draft.giveIds();
        commit(draft)->start();
        QCOMPARE(m_shelf->store.accounts().size(), 1);
        QCOMPARE(m_shelf->store.profiles().size(), 1);
        QCOMPARE(m_shelf->store.profiles().first().accountId, mine);
        QCOMPARE(m_shelf->store.profiles().first().description, u"Every month"_s);
    }

    void otherUsersOfAnAccountAreNamed()
    {
        QVERIFY(m_shelf->store.save(Support::profile(u"Mine"_s, mine, u"account"_s)));
        QVERIFY(m_shelf->store.save(Support::profile(u"Other"_s, other, u"account"_s)));
        const WritebackDraft draft(m_shelf->store, m_shelf->secrets, *m_shelf->store.profile(mine));
        QCOMPARE(draft.alsoUsing(u"account"_s), QStringList(u"Other"_s));
        QCOMPARE(draft.alsoUsing(u"another"_s), QStringList());
    }

    void proposalFollowsOtherChoicesUntilTheUserNamesIt()
    {
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, {});
        draft.propose({u"A"_s, u"about A"_s});
        QCOMPARE(draft.profile.name, u"A"_s);
        draft.propose({u"B"_s, u"about B"_s});
        QCOMPARE(draft.profile.name, u"B"_s);
        QCOMPARE(draft.profile.description, u"about B"_s);
        draft.setName(u" Mine "_s);
        draft.propose({u"C"_s, u"about C"_s});
        QCOMPARE(draft.profile.name, u"Mine"_s);
        QCOMPARE(draft.profile.description, u"about C"_s);
        draft.setDescription(u"my words"_s);
        draft.setName({});
        draft.propose({u"D"_s, u"about D"_s});
        QCOMPARE(draft.profile.name, u"D"_s); // a name is required
        QCOMPARE(draft.profile.description, u"my words"_s);
    }

    void proposalIsNumberedWhenTheNameIsTaken()
    {
        QVERIFY(m_shelf->store.save(Support::profile(u"A"_s, other)));
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, {});
        draft.propose({u"A"_s, {}});
        QVERIFY(draft.profile.name != u"A"_s);
        QCOMPARE(draft.nameFault(), NameFault::None);
        draft.propose({u"B"_s, {}}); // the appended number is not a user's entry
        QCOMPARE(draft.profile.name, u"B"_s);
    }

    void emptyDescriptionThatWasStoredStaysEmpty()
    {
        QVERIFY(m_shelf->store.save(Support::profile(u"A"_s, mine)));
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, *m_shelf->store.profile(mine));
        draft.setProposed({u"A"_s, u"about A"_s});
        draft.propose({u"B"_s, u"about B"_s});
        QCOMPARE(draft.profile.description, QString());
        QCOMPARE(draft.profile.name, u"B"_s);
    }

    void nameIsRequiredAndUnique()
    {
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, {});
        draft.setName(u"  "_s);
        QCOMPARE(draft.nameFault(), NameFault::Missing);
        draft.setName(u"Balance"_s);
        QCOMPARE(draft.nameFault(), NameFault::None);
        QVERIFY(m_shelf->store.save(Support::profile(u"balance"_s, other))); // by another instance of the program
        QCOMPARE(draft.nameFault(), NameFault::Taken);
    }

    void copyGetsAnotherName()
    {
        QVERIFY(m_shelf->store.save(Support::profile(u"Balance"_s, other)));
        const WritebackDraft draft(m_shelf->store, m_shelf->secrets, Support::profile(u"Balance"_s, {}));
        QCOMPARE(draft.nameFault(), NameFault::None);
    }

    void everythingIsStored()
    {
        const WritebackDraft draft = newOne();
        const QString accountId = draft.account.entered.account.id;
        Commit *one = commit(draft);
        const QSignalSpy stored(one, &Commit::stored);
        one->start();
        m_shelf->allow();
        QVERIFY(m_shelf->store.profiles().isEmpty()); // the profile is stored last
        m_shelf->allow();
        QCOMPARE(stored.count(), 1);
        QCOMPARE(m_shelf->store.profile(draft.profile.id)->accountId, accountId);
        QVERIFY(m_shelf->store.account(accountId));
        QCOMPARE(m_shelf->secret(accountId, Secret::Workiva), u"w"_s);
    }

    void withAnAccountThatIsUnchangedTheProfileAloneIsStored()
    {
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, Support::profile(u"Balance"_s, {}));
        draft.account.stored = {Support::account(mine, u"Finance"_s), u"d"_s, u"w"_s};
        draft.account.entered = draft.account.stored;
        draft.giveIds();
        commit(draft)->start();
        QCOMPARE(m_shelf->secrets.waiting(), size_t(0));
        QCOMPARE(m_shelf->store.profiles().first().accountId, mine);
        QVERIFY(m_shelf->store.accounts().isEmpty());
    }

    void nothingStaysWhenTheKeychainRefusesTheSecondSecret()
    {
        const WritebackDraft draft = newOne();
        Commit *one = commit(draft);
        const QSignalSpy notStored(one, &Commit::notStored);
        one->start();
        m_shelf->allow();
        m_shelf->refuse();
        QCOMPARE(notStored.count(), 1);
        QVERIFY(holdsNothing(draft.account.entered.account.id));
    }

    void nothingStaysWhenTheProfileCannotBeWritten()
    {
        const WritebackDraft draft = newOne();
        QVERIFY(m_shelf->closeProfiles());
        Commit *one = commit(draft);
        QSignalSpy notStored(one, &Commit::notStored);
        one->start();
        m_shelf->allow();
        m_shelf->allow();
        QCOMPARE(notStored.count(), 1);
        QCOMPARE(notStored[0][0].value<Core::Error>().kind, Core::ErrorKind::Disk);
        QVERIFY(holdsNothing(draft.account.entered.account.id));
    }

    void changedAccountIsAsItWasWhenTheProfileCannotBeWritten()
    {
        WritebackDraft draft = newOne();
        draft.account.stored = {Support::account(mine, u"Before"_s), u"d"_s, u"w"_s};
        draft.account.entered = {Support::account(mine, u"After"_s), u"new d"_s, u"w"_s};
        QVERIFY(m_shelf->store.save(draft.account.stored.account));
        m_shelf->keep(mine, u"d"_s, u"w"_s);
        QVERIFY(m_shelf->closeProfiles());
        commit(draft)->start();
        m_shelf->allowAll();
        QCOMPARE(m_shelf->store.account(mine)->name, u"Before"_s);
        QCOMPARE(m_shelf->secret(mine, Secret::Domo), u"d"_s);
        QCOMPARE(m_shelf->secret(mine, Secret::Workiva), u"w"_s);
    }

    void nothingStaysWhenItIsCancelledHalfWay_data()
    {
        QTest::addColumn<int>("allowed");
        QTest::newRow("before the first secret") << 0;
        QTest::newRow("before the second secret") << 1;
    }
    void nothingStaysWhenItIsCancelledHalfWay()
    {
        QFETCH(int, allowed);
        const WritebackDraft draft = newOne();
        Commit *one = commit(draft);
        const QSignalSpy stored(one, &Commit::stored);
        one->start();
        for (int answers = 0; answers < allowed; ++answers)
            m_shelf->allow();
        one->cancel();
        QVERIFY(m_shelf->store.accounts().isEmpty()); // at once, although the keychain is waiting
        // Even though it still stores what was requested before.
        QVERIFY(holdsNothing(draft.account.entered.account.id));
        QCOMPARE(stored.count(), 0);
    }

    void thirdThingToStoreIsOneMoreEntry()
    {
        const WritebackDraft draft = newOne();
        auto entries = draft.entries();
        bool isTakenBack = false;
        entries.push_back({.store = [](const Commit::Answer &answer) { answer(Core::fail(Core::ErrorKind::Disk)); },
                           .undo = [&isTakenBack] { isTakenBack = true; }});
        auto *one = new Commit(entries, &m_shelf->store);
        one->start();
        m_shelf->allow();
        m_shelf->allow();
        QVERIFY(isTakenBack);
        QVERIFY(holdsNothing(draft.account.entered.account.id)); // including the profile
    }

    void everythingIsStoredAfterTheWindowIsClosed()
    {
        QString profileId;
        {
            const WritebackDraft draft = newOne();
            profileId = draft.profile.id;
            commit(draft)->start();
        }
        m_shelf->allowAll();
        QVERIFY(m_shelf->store.profile(profileId));
    }

private:
    std::unique_ptr<Shelf> m_shelf;

    // A new writeback with a new account, ready to be stored.
    [[nodiscard]] WritebackDraft newOne() const
    {
        WritebackDraft draft(m_shelf->store, m_shelf->secrets, Support::profile(u"Balance"_s, {}));
        draft.account.entered = {Support::account({}, u"Finance"_s), u"d"_s, u"w"_s};
        draft.giveIds();
        return draft;
    }

    Commit *commit(const WritebackDraft &draft) { return new Commit(draft.entries(), &m_shelf->store); }

    [[nodiscard]] bool holdsNothing(const QString &accountId)
    {
        m_shelf->allowAll();
        return m_shelf->store.accounts().isEmpty() && m_shelf->store.profiles().isEmpty()
            && m_shelf->secret(accountId, Secret::Domo).isEmpty()
            && m_shelf->secret(accountId, Secret::Workiva).isEmpty();
    }
};

QTEST_GUILESS_MAIN(TestWritebackDraft)
#include "tst_writebackdraft.moc"
