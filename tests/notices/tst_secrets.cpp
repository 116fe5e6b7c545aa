#include "notices/secrets.h"

#include "support/sessionsecretstore.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Notices::SecretPlace;
using Profiles::Secret;

class TestSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreNamedAfterTheChannel()
    {
        const Notices::Webhook webhook{.id = u"1"_s, .name = u"Ops: günstig 2"_s};
        QCOMPARE(addressOf(webhook).variable, u"NOTICE_OPS__G_NSTIG_2_ADDRESS"_s);
        QCOMPARE(keyOf(webhook).variable, u"NOTICE_OPS__G_NSTIG_2_KEY"_s);
        QCOMPARE(Notices::addressOf(Notices::Ping{.profileId = u"0a1b"_s}).variable, u"NOTICE_PING_0A1B"_s);
        QCOMPARE(Notices::passwordOf({}).variable, u"NOTICE_MAIL_PASSWORD"_s);
    }

    void onlyTheSignedShapeNeedsAKey()
    {
        using Shape = Notices::Webhook::Shape;
        QCOMPARE(Notices::secretsOf({.shape = Shape::Signed}).size(), 2);
        QCOMPARE(Notices::secretsOf({.shape = Shape::Slack}).size(), 1);
        QCOMPARE(Notices::secretsOf({.shape = Shape::Teams}).size(), 1);
    }

    void environmentComesFirst()
    {
        Support::SessionSecretStore store;
        store.write(u"1"_s, Secret::Key, u"stored"_s, &store, [](const Core::Result<void> &) {});
        const SecretPlace place{u"1"_s, Secret::Key, u"NOTICE_X_KEY"_s};
        QProcessEnvironment environment;
        QCOMPARE(read(place, environment, store).value(), u"stored"_s);
        environment.insert(place.variable, u"  given \n"_s);
        QCOMPARE(read(place, environment, store).value(), u"given"_s);
        environment.insert(place.variable, u" "_s);
        QCOMPARE(read(place, environment, store).value(), u"stored"_s);
    }

    void missingOneNamesItsVariable()
    {
        Support::SessionSecretStore store;
        const auto missing = read({u"1"_s, Secret::Key, u"NOTICE_X_KEY"_s}, {}, store);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Core::ErrorKind::NotFound);
        QCOMPARE(missing.error().subject, u"NOTICE_X_KEY"_s);
    }

private:
    static Core::Result<QString> read(const SecretPlace &place, const QProcessEnvironment &environment,
                                      Profiles::SecretStore &store)
    {
        std::optional<Core::Result<QString>> answer;
        QObject context;
        Notices::readSecret(place, environment, store, &context,
                            [&answer](const Core::Result<QString> &read) { answer = read; });
        if (answer) // it comes from the event loop
            return Core::fail(Core::ErrorKind::Internal);
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer
                                                                         : Core::fail(Core::ErrorKind::TimedOut);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
