#include "setup/saved.h"
#include "setup/shelf.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Support::Shelf;

class TestSaved final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

    void newNameIsTrimmedAndFree()
    {
        QVERIFY(store().save(Support::profile(u"Balance"_s, u"p1"_s)));
        QVERIFY(store().save(Support::profile(u"Headcount"_s, u"p2"_s)));
        QVERIFY(Setup::rename(store(), {.profileId = u"p2"_s, .name = u" Payroll \n"_s}));
        QCOMPARE(store().profile(u"p2"_s)->name, u"Payroll"_s);
        QVERIFY(Setup::rename(store(), {.profileId = u"p2"_s, .name = u"balance"_s}));
        QCOMPARE(store().profile(u"p2"_s)->name, store().freeName({.profileId = u"p2"_s, .name = u"balance"_s}));
        QVERIFY(store().profile(u"p2"_s)->name.startsWith("balance "_L1)); // numbered
    }

    void noNameChangesNothing()
    {
        QVERIFY(store().save(Support::profile(u"Balance"_s, u"p1"_s)));
        QVERIFY(Setup::rename(store(), {.profileId = u"p1"_s, .name = u" "_s}));
        QCOMPARE(store().profile(u"p1"_s)->name, u"Balance"_s);
    }

    void writebackThatIsGoneIsNotMadeAgainByItsNewName()
    {
        QVERIFY(Setup::rename(store(), {.profileId = u"p1"_s, .name = u"Payroll"_s}));
        QVERIFY(store().profiles().isEmpty());
    }

    void copyIsAnotherOneOfTheSameContents()
    {
        const Profiles::Profile one = Support::profile(u"Balance"_s, u"p1"_s, u"a1"_s);
        QVERIFY(store().save(one));
        const auto id = Setup::duplicate(store(), one, u"Balance"_s);
        QVERIFY(id && *id != one.id);
        Profiles::Profile copy = *store().profile(*id);
        QVERIFY(copy.name != one.name);
        copy.id = one.id;
        copy.name = one.name;
        QCOMPARE(copy, one);
        QCOMPARE(*store().profile(one.id), one);
    }

    void copyThatCannotBeSavedIsAnError()
    {
        const Profiles::Profile one = Support::profile(u"Balance"_s, u"p1"_s);
        QVERIFY(store().save(one));
        QVERIFY(m_shelf->closeProfiles());
        QCOMPARE(Setup::duplicate(store(), one, u"Balance"_s).error().kind, Core::ErrorKind::Disk);
    }

    void removedWritebackLeavesItsAccount()
    {
        QVERIFY(store().save(Support::account(u"a1"_s, u"Finance"_s)));
        QVERIFY(store().save(Support::profile(u"Balance"_s, u"p1"_s, u"a1"_s)));
        QVERIFY(Setup::removeWriteback(store(), u"p1"_s));
        QVERIFY(store().profiles().isEmpty());
        QVERIFY(store().account(u"a1"_s));
    }

    void accountGoesWithItsSecrets()
    {
        QVERIFY(keepAnAccount());
        int answers = 0;
        Setup::removeAccount(store(), m_shelf->secrets, u"a1"_s,
                             [&answers](const Core::Result<void> &account, const Core::Result<void> &secrets) {
                                 answers += account && secrets;
                             });
        QVERIFY(store().account(u"a1"_s)); // as long as its secrets are there, it can be deleted again
        m_shelf->allowAll();
        QCOMPARE(answers, 1);
        QVERIFY(!store().account(u"a1"_s));
        for (const Profiles::Secret which : {Profiles::Secret::Domo, Profiles::Secret::Workiva})
            QCOMPARE(m_shelf->secret(u"a1"_s, which), QString());
    }

    void accountGoesAlsoWhenTheKeychainRefuses()
    {
        QVERIFY(keepAnAccount());
        int answers = 0;
        Setup::removeAccount(store(), m_shelf->secrets, u"a1"_s,
                             [&answers](const Core::Result<void> &account, const Core::Result<void> &secrets) {
                                 answers += account && !secrets;
                             });
        while (m_shelf->secrets.waiting() > 0)
            m_shelf->refuse();
        QCOMPARE(answers, 1);
        QVERIFY(!store().account(u"a1"_s));
    }

private:
    [[nodiscard]] Profiles::ProfileStore &store() { return m_shelf->store; }

    [[nodiscard]] bool keepAnAccount()
    {
        m_shelf->keep(u"a1"_s, u"ds"_s, u"ws"_s);
        return store().save(Support::account(u"a1"_s, u"Finance"_s)).has_value();
    }

    std::unique_ptr<Shelf> m_shelf;
};

QTEST_GUILESS_MAIN(TestSaved)
#include "tst_saved.moc"
