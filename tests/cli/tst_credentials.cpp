#include "cli/credentials.h"

#include "core/inputfault.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Core::Service;

namespace {

QProcessEnvironment environment(const QHash<QString, QString> &variables)
{
    QProcessEnvironment environment;
    for (auto each = variables.cbegin(); each != variables.cend(); ++each)
        environment.insert(each.key(), each.value());
    return environment;
}

const QHash<QString, QString> all{{u"DOMO_CLIENT_ID"_s, u" di\n"_s},
                                  {u"DOMO_CLIENT_SECRET"_s, u"ds"_s},
                                  {u"WORKIVA_CLIENT_ID"_s, u"wi"_s},
                                  {u"WORKIVA_CLIENT_SECRET"_s, u"ws"_s}};

} // namespace

class TestCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachServiceHasItsPair()
    {
        const auto credentials = Cli::credentialsIn(environment(all));
        QVERIFY(credentials);
        QCOMPARE(credentials->domo, (Cli::ClientPair{u"di"_s, u"ds"_s}));
        QCOMPARE(credentials->workiva, (Cli::ClientPair{u"wi"_s, u"ws"_s}));
        QCOMPARE(Cli::allCredentialsIn(environment(all)), credentials);
    }

    void onePairMayBeMissingWhereAKeychainHasIt()
    {
        const auto environment =
            ::environment({{u"WORKIVA_CLIENT_ID"_s, u"wi"_s}, {u"WORKIVA_CLIENT_SECRET"_s, u"ws"_s}});
        const auto credentials = Cli::credentialsIn(environment);
        QVERIFY(credentials && !credentials->domo && credentials->workiva);
        const auto needed = Cli::allCredentialsIn(environment);
        QVERIFY(!needed);
        QCOMPARE(needed.error().subject, u"DOMO_CLIENT_ID"_s);
        QCOMPARE(Cli::credentialsIn({}), Core::Result<Cli::EnvironmentCredentials>(Cli::EnvironmentCredentials()));
    }

    void halfAPairIsAnError_data()
    {
        QTest::addColumn<QString>("variable");
        for (const char *variable :
             {"DOMO_CLIENT_ID", "DOMO_CLIENT_SECRET", "WORKIVA_CLIENT_ID", "WORKIVA_CLIENT_SECRET"})
            QTest::newRow(variable) << QString::fromLatin1(variable);
    }
    void halfAPairIsAnError()
    {
        QFETCH(QString, variable);
        auto variables = all;
        variables[variable] = u" "_s;
        const auto credentials = Cli::credentialsIn(environment(variables));
        QVERIFY(!credentials);
        QCOMPARE(credentials.error().kind, ErrorKind::BadCredentials);
        QCOMPARE(credentials.error().subject, variable);
        QVERIFY(credentials.error().cause.as<Core::NotGiven>());
    }

    void invisibleCharacterIsNotGuessedAway()
    {
        auto variables = all;
        variables[u"DOMO_CLIENT_ID"_s] = u"d\u200bi"_s;
        const auto credentials = Cli::credentialsIn(environment(variables));
        QVERIFY(!credentials);
        QCOMPARE(credentials.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(credentials.error().service, Service::Domo);
    }

    void clientIdsMustBeTheAccounts()
    {
        Profiles::Account account;
        account.name = u"Finance"_s;
        account.domoClientId = u"di"_s;
        account.workivaClientId = u"wi"_s;
        const auto credentials = *Cli::credentialsIn(environment(all));
        QVERIFY(Cli::agree(credentials, account));
        QVERIFY(Cli::agree({}, account));
        account.workivaClientId = u"another"_s;
        const auto agreed = Cli::agree(credentials, account);
        QVERIFY(!agreed);
        QCOMPARE(agreed.error(),
                 (Core::Error{.kind = ErrorKind::InvalidInput,
                              .service = Service::Workiva,
                              .subject = u"Finance"_s,
                              .cause = Core::Contradiction{Core::Contradiction::Of::ClientId, u"wi"_s, u"another"_s}}));
        QVERIFY(Cli::agree({.domo = credentials.domo}, account)); // the other is the keychain's
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
