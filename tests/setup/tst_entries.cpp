#include "setup/entries.h"
#include "setup/shelf.h"

#include <QTest>

using Profiles::Secret;
using Setup::Commit;
using Support::Shelf;
using namespace Qt::StringLiterals;

namespace {

const QString id(32, u'a');

// The result of storing it; nothing while it is pending.
std::optional<Core::Result<void>> store(const Commit::Entry &entry)
{
    const auto answer = std::make_shared<std::optional<Core::Result<void>>>();
    entry.store([answer](const Core::Result<void> &result) { *answer = result; });
    return *answer;
}

bool isStored(const std::optional<Core::Result<void>> &answer)
{
    return answer && *answer;
}

} // namespace

class TestEntries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

    void undoingANewAccountRemovesIt()
    {
        const Commit::Entry entry = Setup::entryOf(m_shelf->store, Support::account(id, u"Finance"_s));
        QVERIFY(isStored(store(entry)));
        QCOMPARE(m_shelf->store.account(id)->name, u"Finance"_s);
        entry.undo();
        QVERIFY(m_shelf->store.accounts().isEmpty());
    }

    void undoingAChangedAccountRestoresIt()
    {
        QVERIFY(m_shelf->store.save(Support::account(id, u"Before"_s)));
        const Commit::Entry entry = Setup::entryOf(m_shelf->store, Support::account(id, u"After"_s));
        QVERIFY(isStored(store(entry)));
        QCOMPARE(m_shelf->store.account(id)->name, u"After"_s);
        entry.undo();
        QCOMPARE(m_shelf->store.account(id)->name, u"Before"_s);
    }

    void undoingANewProfileRemovesIt()
    {
        const Commit::Entry entry = Setup::entryOf(m_shelf->store, Support::profile(u"Balance"_s, id));
        QVERIFY(isStored(store(entry)));
        QVERIFY(m_shelf->store.profile(id));
        entry.undo();
        QVERIFY(m_shelf->store.profiles().isEmpty());
    }

    void undoingAChangedProfileRestoresIt()
    {
        QVERIFY(m_shelf->store.save(Support::profile(u"Before"_s, id)));
        const Commit::Entry entry = Setup::entryOf(m_shelf->store, Support::profile(u"After"_s, id));
        QVERIFY(isStored(store(entry)));
        entry.undo();
        QCOMPARE(m_shelf->store.profile(id)->name, u"Before"_s);
    }

    void profileIsStoredUnderANameThatIsFreeByThen()
    {
        const Commit::Entry entry = Setup::entryOf(m_shelf->store, Support::profile(u"Balance"_s, id));
        QVERIFY(m_shelf->store.save(Support::profile(u"balance"_s, QString(32, u'b')))); // in the meantime
        QVERIFY(isStored(store(entry)));
        QVERIFY(m_shelf->store.profile(id)->name.compare(u"balance"_s, Qt::CaseInsensitive) != 0);
    }

    void fileThatCannotBeWrittenIsAnErrorOfTheDisk()
    {
        QVERIFY(m_shelf->closeProfiles());
        const auto answer = store(Setup::entryOf(m_shelf->store, Support::profile(u"Balance"_s, id)));
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, Core::ErrorKind::Disk);
    }

    void undoingANewSecretRemovesIt()
    {
        const Commit::Entry entry = Setup::entryOf(m_shelf->secrets, {id, Secret::Workiva, u"new"_s, {}});
        QVERIFY(!store(entry)); // it waits for the user
        m_shelf->allow();
        QCOMPARE(m_shelf->secret(id, Secret::Workiva), u"new"_s);
        QCOMPARE(m_shelf->secret(id, Secret::Domo), QString());
        entry.undo();
        m_shelf->allow();
        QCOMPARE(m_shelf->secret(id, Secret::Workiva), QString());
    }

    void undoingAReplacedSecretRestoresIt()
    {
        m_shelf->keep(id, u"before"_s, u"another"_s);
        const Commit::Entry entry = Setup::entryOf(m_shelf->secrets, {id, Secret::Domo, u"new"_s, u"before"_s});
        QVERIFY(!store(entry));
        m_shelf->allow();
        QCOMPARE(m_shelf->secret(id, Secret::Domo), u"new"_s);
        entry.undo();
        m_shelf->allow();
        QCOMPARE(m_shelf->secret(id, Secret::Domo), u"before"_s);
        QCOMPARE(m_shelf->secret(id, Secret::Workiva), u"another"_s);
    }

    void secretUndoneBeforeItIsStoredDoesNotStay()
    {
        const Commit::Entry entry = Setup::entryOf(m_shelf->secrets, {id, Secret::Domo, u"new"_s, {}});
        QVERIFY(!store(entry));
        entry.undo();
        m_shelf->allowAll();
        QCOMPARE(m_shelf->secret(id, Secret::Domo), QString());
    }

private:
    std::unique_ptr<Shelf> m_shelf;
};

QTEST_GUILESS_MAIN(TestEntries)
#include "tst_entries.moc"
