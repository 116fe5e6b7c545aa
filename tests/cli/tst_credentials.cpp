#include "cli/credentials.h"

#include "core/inputfault.h"

#include <QDir>
#include <QTemporaryDir>
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

    void loadedCredentialsStandInForVariables()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        const QStringList names = Cli::credentialNames();
        QCOMPARE(names.size(), 4);
        for (const QString &name : names)
            QVERIFY(write(name, "of " + name.toUtf8() + '\n'));
        QProcessEnvironment given;
        given.insert(u"CREDENTIALS_DIRECTORY"_s, folder.path());
        const auto loaded = Cli::credentialsIn(given);
        QVERIFY(loaded);
        QCOMPARE(loaded->domo, (Cli::ClientPair{u"of domo-client-id"_s, u"of domo-client-secret"_s}));
        QCOMPARE(loaded->workiva, (Cli::ClientPair{u"of workiva-client-id"_s, u"of workiva-client-secret"_s}));

        given.insert(u"DOMO_CLIENT_SECRET"_s, u"ds"_s); // a variable comes first
        QCOMPARE(Cli::credentialsIn(given)->domo, (Cli::ClientPair{u"of domo-client-id"_s, u"ds"_s}));

        QVERIFY(QFile::remove(folder.filePath(u"workiva-client-id"_s)));
        const auto half = Cli::credentialsIn(given);
        QVERIFY(!half && half.error().cause.as<Core::NotGiven>());
        QCOMPARE(half.error().subject, u"WORKIVA_CLIENT_ID"_s);
    }

    void unreadableCredentialIsAnError()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"domo-client-id"_s)); // in place of a file
        QProcessEnvironment given;
        given.insert(u"CREDENTIALS_DIRECTORY"_s, folder.path());
        const auto loaded = Cli::credentialsIn(given);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::Disk);
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
