#include "core/laterversion.h"
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
        Profiles::Profile one = Support::profile(u"Balance"_s, u"p1"_s, u"a1"_s);
        one.group = u"10-K 2026"_s;
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

    void copyOfAnArchivedOneIsInUse()
    {
        Profiles::Profile one = Support::profile(u"Balance"_s, u"p1"_s);
        one.archived = true;
        QVERIFY(store().save(one));
        const auto id = Setup::duplicate(store(), one, u"Copy"_s);
        QVERIFY(id && !store().profile(*id)->archived);
        QVERIFY(store().profile(u"p1"_s)->archived);
    }

    void groupOfSeveralIsTrimmedAndOnlyTheirs()
    {
        keepThree();
        const auto changed = Setup::setGroup(store(), {u"p1"_s, u"p3"_s, u"none"_s, u"p1"_s}, u" 10-K 2026\n"_s);
        QCOMPARE(changed.value(), (QStringList{u"p1"_s, u"p3"_s}));
        QCOMPARE(groups(), (QStringList{u"10-K 2026"_s, QString(), u"10-K 2026"_s}));
        QCOMPARE(Setup::setGroup(store(), {u"p1"_s, u"p2"_s}, {}).value(), QStringList{u"p1"_s});
        QCOMPARE(groups(), (QStringList{QString(), QString(), u"10-K 2026"_s}));
    }

    void archivingTellsWhatToUndo()
    {
        keepThree();
        QCOMPARE(Setup::setArchived(store(), {u"p2"_s}, true).value(), QStringList{u"p2"_s});
        const auto archived = Setup::setArchived(store(), {u"p1"_s, u"p2"_s, u"p3"_s}, true);
        QCOMPARE(archived.value(), (QStringList{u"p1"_s, u"p3"_s}));
        QVERIFY(Setup::setArchived(store(), *archived, false));
        QVERIFY(!store().profile(u"p1"_s)->archived);
        QVERIFY(store().profile(u"p2"_s)->archived);
    }

    void noneIsChangedIfOneCannotBe()
    {
        keepThree();
        const QString path = m_shelf->folder.filePath(u"profiles/p2.json"_s);
        QFile file(path); // a later version's by now, which is not noticed yet
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(R"({"schemaVersion": 99, "id": "p2"})") > 0);
        file.close();
        const auto archived = Setup::setArchived(store(), {u"p1"_s, u"p2"_s, u"p3"_s}, true);
        QCOMPARE(archived.error().subject, path);
        QVERIFY(archived.error().cause.as<Core::LaterVersion>());
        QVERIFY(!store().profile(u"p1"_s)->archived);
        QVERIFY(!store().profile(u"p3"_s)->archived);
    }

    void restoredWritebackIsTheSameOne()
    {
        keepThree();
        Profiles::Profile one = *store().profile(u"p1"_s);
        one.archived = true;
        one.group = u"10-K 2026"_s;
        QVERIFY(store().save(one));
        const auto removed = Setup::removeWriteback(store(), u"p1"_s);
        QVERIFY(removed && !store().profile(u"p1"_s));
        QVERIFY(Setup::restoreWriteback(store(), *removed));
        QCOMPARE(*store().profile(u"p1"_s), one);
    }

    void restoredWritebackGetsAFreeName()
    {
        keepThree();
        const auto removed = Setup::removeWriteback(store(), u"p1"_s);
        QVERIFY(removed);
        QVERIFY(Setup::rename(store(), {.profileId = u"p2"_s, .name = u"p1"_s}));
        QVERIFY(Setup::restoreWriteback(store(), *removed));
        QCOMPARE(store().profile(u"p2"_s)->name, u"p1"_s);
        QVERIFY(store().profile(u"p1"_s)->name.startsWith("p1 "_L1)); // numbered
    }

    void writebackThatCannotBeRestoredIsAnError()
    {
        keepThree();
        const auto removed = Setup::removeWriteback(store(), u"p1"_s);
        QVERIFY(removed);
        QVERIFY(m_shelf->closeProfiles());
        QCOMPARE(Setup::restoreWriteback(store(), *removed).error().kind, Core::ErrorKind::Disk);
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
    void keepThree()
    {
        for (const QString &id : {u"p1"_s, u"p2"_s, u"p3"_s}) {
            if (!store().save(Support::profile(id, id)))
                qFatal("The profile is not saved");
        }
    }

    [[nodiscard]] QStringList groups()
    {
        QStringList groups;
        for (const Profiles::Profile &profile : store().profiles())
            groups.append(profile.group);
        return groups;
    }

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
