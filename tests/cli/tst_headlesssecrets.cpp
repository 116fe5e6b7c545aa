#include "cli/headlesssecrets.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Cli::HeadlessSecrets;
using Profiles::Secret;

namespace {

// Answers every read with the same error, from the event loop.
class BrokenKeychain final : public Profiles::SecretStore
{
public:
    explicit BrokenKeychain(Core::ErrorKind kind) : m_kind(kind) { }

    void read(const QString &, Secret, QObject *context, Read answer) override
    {
        ++reads;
        QMetaObject::invokeMethod(
            context, [answer, kind = m_kind] { answer(Core::fail(kind)); }, Qt::QueuedConnection);
    }
    void write(const QString &, Secret, const QString &, QObject *, Done) override { }
    void remove(const QString &, Secret, QObject *, Done) override { }
    [[nodiscard]] bool isPersistent() const override { return true; }

    int reads = 0;

private:
    Core::ErrorKind m_kind;
};

struct Answers
{
    QList<Core::Result<QString>> domo;
    QList<Core::Result<QString>> workiva;
    QObject context;

    void ask(Profiles::SecretStore &store)
    {
        store.readBoth(u"a"_s, &context, [this](const Core::Result<QString> &one, const Core::Result<QString> &other) {
            domo.append(one);
            workiva.append(other);
        });
    }
};

} // namespace

class TestHeadlessSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentComesBeforeTheKeychain()
    {
        BrokenKeychain keychain(Core::ErrorKind::Keychain);
        HeadlessSecrets secrets({.domo = {{u"di"_s, u"ds"_s}}, .workiva = {{u"wi"_s, u"ws"_s}}}, keychain);
        Answers answers;
        answers.ask(secrets);
        QVERIFY(answers.domo.isEmpty()); // from the event loop
        QTRY_COMPARE(answers.domo, QList<Core::Result<QString>>{u"ds"_s});
        QCOMPARE(answers.workiva, QList<Core::Result<QString>>{u"ws"_s});
        QCOMPARE(keychain.reads, 0);
    }

    void environmentHasOnlyThoseOfAccounts()
    {
        BrokenKeychain keychain(Core::ErrorKind::NotFound);
        HeadlessSecrets secrets({.domo = {{u"di"_s, u"ds"_s}}, .workiva = {{u"wi"_s, u"ws"_s}}}, keychain);
        QList<Core::Result<QString>> answers;
        for (const Secret secret : {Secret::Password, Secret::Address, Secret::Key})
            secrets.read(u"a"_s, secret, &secrets,
                         [&answers](const Core::Result<QString> &answer) { answers.append(answer); });
        QTRY_COMPARE(answers.size(), 3);
        for (const auto &answer : answers)
            QVERIFY(!answer);
        QCOMPARE(keychain.reads, 3);
    }

    void keychainHasTheOther()
    {
        BrokenKeychain keychain(Core::ErrorKind::NotFound);
        HeadlessSecrets secrets({.domo = {{u"di"_s, u"ds"_s}}}, keychain);
        Answers answers;
        answers.ask(secrets);
        QTRY_COMPARE(answers.domo, QList<Core::Result<QString>>{u"ds"_s});
        QVERIFY(!answers.workiva.first());
        QCOMPARE(keychain.reads, 1);
    }

    void keychainThatFailedIsNotAskedAgain()
    {
        BrokenKeychain keychain(Core::ErrorKind::Keychain);
        HeadlessSecrets secrets({}, keychain);
        Answers answers;
        answers.ask(secrets);
        answers.ask(secrets);
        QTRY_COMPARE(answers.domo.size(), 2);
        answers.ask(secrets);
        QTRY_COMPARE(answers.domo.size(), 3);
        QCOMPARE(keychain.reads, 2); // both asked before the first answer
        for (const auto &answer : answers.domo + answers.workiva) {
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Core::ErrorKind::Keychain);
        }
    }

    void missingSecretSaysNothingOfOthers()
    {
        BrokenKeychain keychain(Core::ErrorKind::NotFound);
        HeadlessSecrets secrets({}, keychain);
        Answers answers;
        answers.ask(secrets);
        QTRY_COMPARE(answers.domo.size(), 1);
        QCOMPARE(keychain.reads, 2);
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        BrokenKeychain keychain(Core::ErrorKind::NotFound);
        HeadlessSecrets secrets({.domo = {{u"di"_s, u"ds"_s}}}, keychain);
        bool wasAnswered = false;
        auto context = std::make_unique<QObject>();
        const auto answer = [&wasAnswered](const Core::Result<QString> &) { wasAnswered = true; };
        secrets.read(u"a"_s, Secret::Domo, context.get(), answer);
        secrets.read(u"a"_s, Secret::Workiva, context.get(), answer);
        context.reset();
        Answers later;
        later.ask(secrets);
        QTRY_COMPARE(later.domo.size(), 1);
        QVERIFY(!wasAnswered);
    }
};

QTEST_GUILESS_MAIN(TestHeadlessSecrets)
#include "tst_headlesssecrets.moc"
