#include "setup/named.h"

#include "core/inputfault.h"
#include "core/laterversion.h"
#include "profiles/migrations.h"
#include "support/profiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;

// The cause of the refusal, which is about the text.
template <typename Cause, typename Result> const Cause *causeOf(const Result &result)
{
    return result || result.error().kind != ErrorKind::InvalidInput ? nullptr
                                                                    : result.error().cause.template as<Cause>();
}

class TestNamed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Profiles::ProfileStore>(m_folder->path());
    }

    void nameOrIdIsEnough()
    {
        save(u"Trial balance"_s, u"p1"_s);
        save(u"p1"_s, u"p2"_s); // an ID comes first
        for (const QString &text : {u"p1"_s, u"Trial balance"_s, u" trial BALANCE\n"_s}) {
            const auto found = Setup::profileInUse(*m_store, text);
            QVERIFY(found);
            QCOMPARE((*found)->id, u"p1"_s);
        }
    }

    void caseDecidesWhereNothingElseDoes()
    {
        save(u"Balance"_s, u"p1"_s);
        save(u"BALANCE"_s, u"p2"_s);
        QCOMPARE((*Setup::profileInUse(*m_store, u"BALANCE"_s))->id, u"p2"_s);
        const auto several = Setup::profileInUse(*m_store, u"balance"_s);
        const auto *ambiguous = causeOf<Core::Ambiguous>(several);
        QVERIFY(ambiguous);
        QCOMPARE(ambiguous->things.size(), 2);
        for (const QString &id : {u"p1"_s, u"p2"_s})
            QVERIFY(ambiguous->things.join(u' ').contains(id));
    }

    void unknownNameIsToldWhatMayBeMeant()
    {
        save(u"Head count"_s, u"p1"_s);
        save(u"Balance"_s, u"p2"_s);
        const auto unknown = Setup::profileInUse(*m_store, u"head"_s);
        const auto *like = causeOf<Core::NotOneOf>(unknown);
        QVERIFY(like);
        QCOMPARE(like->names, QStringList{u"Head count"_s});
        QCOMPARE(unknown.error().subject, u"head"_s);
        const auto nothingLike = Setup::profileInUse(*m_store, u"xyz"_s);
        QCOMPARE(causeOf<Core::NotOneOf>(nothingLike)->names, QStringList({u"Balance"_s, u"Head count"_s}));
        const auto empty = Setup::profileInUse(*m_store, u" "_s);
        QCOMPARE(causeOf<Core::NotOneOf>(empty)->names.size(), 2);
    }

    void archivedOneIsNotInUse()
    {
        save(u"Balance"_s, u"p1"_s, {}, true);
        const auto archived = Setup::profileInUse(*m_store, u"Balance"_s);
        QVERIFY(causeOf<Core::Archived>(archived));
        QVERIFY(Setup::profileNamed(*m_store, u"Balance"_s));
    }

    void laterVersionsOneIsRefusedAsSuch()
    {
        QJsonObject document = Profiles::toJson(Support::profile(u"Balance"_s, u"p1"_s));
        document.insert(Profiles::schemaVersionKey, 99);
        QVERIFY(Profiles::JsonFolder(m_folder->filePath(u"profiles"_s)).write(u"p1"_s, document));
        m_store->reload();
        for (const QString &text : {u"p1"_s, u"balance"_s}) {
            const auto later = Setup::profileInUse(*m_store, text);
            QVERIFY(causeOf<Core::LaterVersion>(later));
            QCOMPARE(later.error().subject, u"Balance"_s);
        }
    }

    void accountIsNamedLikewise()
    {
        Profiles::Account account;
        account.id = u"a1"_s;
        account.name = u"Finance"_s;
        account.baseUrlRegion = u"us"_s;
        QVERIFY(m_store->save(account));
        for (const QString &text : {u"a1"_s, u"finance"_s}) {
            const auto found = Setup::accountNamed(*m_store, text);
            QVERIFY(found);
            QCOMPARE((*found)->id, u"a1"_s);
        }
        const auto unknown = Setup::accountNamed(*m_store, u"x"_s);
        QCOMPARE(causeOf<Core::NotOneOf>(unknown)->names, QStringList{u"Finance"_s});
    }

    void groupIsThoseOfItInUse()
    {
        save(u"Two"_s, u"p2"_s, u"Close"_s);
        save(u"One"_s, u"p1"_s, u"Close"_s);
        save(u"Away"_s, u"p3"_s, u"Close"_s, true);
        save(u"Other"_s, u"p4"_s, u"Annual"_s);
        save(u"Archive alone"_s, u"p5"_s, u"Gone"_s, true);
        QCOMPARE(Setup::groupsOf(m_store->profiles()), QStringList({u"Annual"_s, u"Close"_s}));
        QCOMPARE(Setup::groupNamed(*m_store, u" close"_s), Core::Result<QStringList>(QStringList{u"p1"_s, u"p2"_s}));
        for (const QString &text : {u"Gone"_s, u"x"_s, QString()}) {
            const auto unknown = Setup::groupNamed(*m_store, text);
            QCOMPARE(causeOf<Core::NotOneOf>(unknown)->names, QStringList({u"Annual"_s, u"Close"_s}));
        }
        save(u"Shout"_s, u"p6"_s, u"CLOSE"_s);
        QCOMPARE(Setup::groupNamed(*m_store, u"Close"_s), Core::Result<QStringList>(QStringList{u"p1"_s, u"p2"_s}));
        const auto several = Setup::groupNamed(*m_store, u"close"_s);
        QVERIFY(causeOf<Core::Ambiguous>(several));
    }

private:
    void save(const QString &name, const QString &id, const QString &group = {}, bool archived = false)
    {
        Profiles::Profile profile = Support::profile(name, id);
        profile.group = group;
        profile.archived = archived;
        if (!m_store->save(profile))
            qFatal("The profile is not saved");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profiles::ProfileStore> m_store;
};

QTEST_GUILESS_MAIN(TestNamed)
#include "tst_named.moc"
