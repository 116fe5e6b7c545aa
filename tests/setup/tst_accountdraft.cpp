#include "setup/accountdraft.h"
#include "setup/shelf.h"

#include <QSignalSpy>
#include <QTest>

using Profiles::Secret;
using Setup::AccountDraft;
using Setup::Commit;
using Setup::Credentials;
using Support::Shelf;
using namespace Qt::StringLiterals;

namespace {

using Missing = AccountDraft::Missing;

const QString id(32, u'a');

AccountDraft newOne()
{
    return {.entered = {Support::account({}, u"Finance"_s), u"d"_s, u"w"_s}, .stored = {}};
}

AccountDraft unchanged()
{
    const Credentials known{Support::account(id, u"Finance"_s), u"d"_s, u"w"_s};
    return {.entered = known, .stored = known};
}

} // namespace

class TestAccountDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

    void firstMissingCredentialIsNamed_data()
    {
        QTest::addColumn<AccountDraft>("draft");
        QTest::addColumn<Missing>("missing");
        QTest::newRow("nothing") << newOne() << Missing::Nothing;
        QTest::newRow("everything") << AccountDraft{} << Missing::Name;
        AccountDraft draft = newOne();
        draft.entered.account.domoClientId.clear();
        draft.entered.domoSecret.clear();
        QTest::newRow("Domo Client ID") << draft << Missing::DomoClientId;
        draft.entered.account.domoClientId = u"domo"_s;
        QTest::newRow("Domo Client Secret") << draft << Missing::DomoClientSecret;
        draft = newOne();
        draft.entered.account.workivaClientId.clear();
        QTest::newRow("Workiva Client ID") << draft << Missing::WorkivaClientId;
        draft = newOne();
        draft.entered.workivaSecret.clear();
        QTest::newRow("Workiva Client Secret") << draft << Missing::WorkivaClientSecret;
        draft = newOne();
        draft.entered.account.baseUrlRegion = u"custom"_s;
        QTest::newRow("Workiva address") << draft << Missing::WorkivaAddress;
        draft.entered.account.workivaUrl = QUrl(u"https://gateway.example"_s);
        QTest::newRow("no Domo address is the usual one") << draft << Missing::Nothing;
    }
    void firstMissingCredentialIsNamed()
    {
        QFETCH(AccountDraft, draft);
        QFETCH(Missing, missing);
        QCOMPARE(draft.missing(), missing);
    }

    void unchangedAccountIsNotStored()
    {
        QVERIFY(!unchanged().isChanged());
        QVERIFY(!unchanged().canBeStored());
        QVERIFY(unchanged().entries(m_shelf->store, m_shelf->secrets).empty());
    }

    void renamingNeedsNoSecrets()
    {
        AccountDraft draft = unchanged();
        draft.entered.account.name = u"Other"_s;
        draft.entered.domoSecret.clear(); // the keychain has not returned them
        draft.entered.workivaSecret.clear();
        QVERIFY(draft.isChanged());
        QVERIFY(!draft.hasNewSecrets());
        QVERIFY(draft.canBeStored());
        QCOMPARE(draft.entries(m_shelf->store, m_shelf->secrets).size(), size_t(1));
    }

    void newAccountIsNotStoredWithoutItsSecrets()
    {
        AccountDraft draft = newOne();
        QVERIFY(draft.canBeStored());
        draft.entered.workivaSecret.clear();
        QVERIFY(draft.isChanged());
        QVERIFY(!draft.canBeStored());
    }

    void idIsGivenOnce()
    {
        AccountDraft draft = newOne();
        QVERIFY(draft.isNew());
        draft.giveId();
        const QString given = draft.entered.account.id;
        QVERIFY(!given.isEmpty());
        draft.giveId();
        QCOMPARE(draft.entered.account.id, given);
        QVERIFY(draft.isNew());
        AccountDraft stored = unchanged();
        stored.giveId();
        QCOMPARE(stored.entered.account.id, id);
    }

    void accountIsStoredWithItsSecrets()
    {
        AccountDraft draft = newOne();
        draft.giveId();
        const QString given = draft.entered.account.id;
        Commit *one = commit(draft);
        const QSignalSpy stored(one, &Commit::stored);
        one->start();
        QCOMPARE(m_shelf->secrets.waiting(), size_t(1)); // a keychain prompts its user once
        m_shelf->allow();
        QCOMPARE(stored.count(), 0);
        m_shelf->allow();
        QCOMPARE(stored.count(), 1);
        QCOMPARE(*m_shelf->store.account(given), draft.entered.account);
        QCOMPARE(m_shelf->secret(given, Secret::Domo), u"d"_s);
        QCOMPARE(m_shelf->secret(given, Secret::Workiva), u"w"_s);
    }

    void onlyTheSecretThatIsNewIsStored()
    {
        AccountDraft draft = unchanged();
        draft.entered.workivaSecret = u"new"_s;
        QVERIFY(keep(draft));
        commit(draft)->start();
        QCOMPARE(m_shelf->secrets.waiting(), size_t(1));
        m_shelf->allow();
        QCOMPARE(m_shelf->secrets.waiting(), size_t(0));
        QCOMPARE(m_shelf->secret(id, Secret::Domo), u"d"_s);
        QCOMPARE(m_shelf->secret(id, Secret::Workiva), u"new"_s);
    }

    void newAccountLeavesNothingBehindWhenTheSecondSecretIsRefused()
    {
        AccountDraft draft = newOne();
        draft.giveId();
        const QString given = draft.entered.account.id;
        Commit *one = commit(draft);
        QSignalSpy notStored(one, &Commit::notStored);
        one->start();
        m_shelf->allow();
        QCOMPARE(m_shelf->secret(given, Secret::Domo), u"d"_s);
        m_shelf->refuse();
        QCOMPARE(notStored.count(), 1);
        QCOMPARE(notStored[0][0].value<Core::Error>().kind, Core::ErrorKind::Keychain);
        QVERIFY(m_shelf->store.accounts().isEmpty());
        m_shelf->allowAll();
        QCOMPARE(m_shelf->secret(given, Secret::Domo), QString());
    }

    void changedAccountIsAsItWasWhenTheSecondSecretIsRefused()
    {
        AccountDraft draft = unchanged();
        draft.entered = {Support::account(id, u"Other"_s), u"new d"_s, u"new w"_s};
        QVERIFY(keep(draft));
        commit(draft)->start();
        QCOMPARE(m_shelf->store.account(id)->name, u"Other"_s);
        m_shelf->allow();
        m_shelf->refuse();
        QCOMPARE(m_shelf->store.account(id)->name, u"Finance"_s);
        m_shelf->allowAll();
        QCOMPARE(m_shelf->secret(id, Secret::Domo), u"d"_s);
        QCOMPARE(m_shelf->secret(id, Secret::Workiva), u"w"_s);
    }

    void whatCouldNotBeStoredCanBeStoredAtOnceAgain()
    {
        AccountDraft draft = newOne();
        draft.giveId();
        const QString given = draft.entered.account.id;
        commit(draft)->start();
        m_shelf->allow();
        m_shelf->refuse();
        Commit *again = commit(draft); // before the keychain has undone the first one
        const QSignalSpy stored(again, &Commit::stored);
        again->start();
        m_shelf->allowAll();
        QCOMPARE(stored.count(), 1);
        QCOMPARE(m_shelf->secret(given, Secret::Domo), u"d"_s);
        QCOMPARE(m_shelf->secret(given, Secret::Workiva), u"w"_s);
    }

private:
    std::unique_ptr<Shelf> m_shelf;

    Commit *commit(const AccountDraft &draft)
    {
        return new Commit(draft.entries(m_shelf->store, m_shelf->secrets), &m_shelf->store);
    }

    // Stores it, so that it can be changed.
    [[nodiscard]] bool keep(const AccountDraft &draft)
    {
        m_shelf->keep(id, draft.stored.domoSecret, draft.stored.workivaSecret);
        return m_shelf->store.save(draft.stored.account).has_value();
    }
};

QTEST_GUILESS_MAIN(TestAccountDraft)
#include "tst_accountdraft.moc"
