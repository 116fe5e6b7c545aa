#include "profiles/keychainsecretstore.h"
#include "profiles/silentprompter.h"
#include "support/commandline.h"
#include "support/desk.h"
#include "support/sandboxprocess.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Support;

// Saved writebacks on the command line, with their secrets in a real keyring. with_keyring.sh runs each function in a
// separate process, never in a user's session.
class TestKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("WRITEBACK_TEST_KEYCHAIN"))
            QSKIP("run by with_keyring.sh");
        QVERIFY(m_sandbox.isUp());
        Profiles::Account account = accountOf(m_sandbox);
        account.id = u"0123456789abcdef0123456789abcdef"_s; // the same in each process
        QVERIFY(m_desk.store.save(account));
        m_desk.addProfile(m_sandbox, u"One"_s);
    }

    void secretsComeFromTheKeychain()
    {
        const QString account = m_desk.store.accounts().first().id;
        Profiles::KeychainSecretStore keychain;
        int written = 0;
        const auto count = [&written](const Core::Result<void> &done) { written += done.has_value(); };
        keychain.write(account, Profiles::Secret::Domo, m_sandbox.domo().secret.text(), this, count);
        keychain.write(account, Profiles::Secret::Workiva, m_sandbox.workiva().secret.text(), this, count);
        QTRY_COMPARE_WITH_TIMEOUT(written, 2, 20'000);
        QVERIFY(keychain.isPersistent());
        const Output valid = call(arguments({u"profiles"_s, u"validate"_s}), without());
        QVERIFY2(valid.code == 0, valid.all().constData());
        const Output run = call(arguments({u"run"_s, u"--yes"_s, u"One"_s}), without());
        QVERIFY2(run.code == 0, run.all().constData());
        QVERIFY(!run.all().contains(m_sandbox.domo().secret.text().toUtf8()));
    }

    void secretsOfNoticesStayInTheKeychain()
    {
        QProcess process;
        process.setProcessEnvironment(without());
        const QStringList words{u"notices"_s, u"add-webhook"_s, u"Ops"_s};
        process.start(QStringLiteral(CLI_PROGRAM), arguments(words));
        process.write("http://127.0.0.1:1/secret-path\n0123456789abcdef\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);

        const Output tested = call(arguments({u"notices"_s, u"test"_s}), without());
        QVERIFY2(tested.code == 13, tested.all().constData()); // nobody is there
        const QJsonValue error = tested.json()["channels"_L1][0]["error"_L1];
        QCOMPARE(error["kind"_L1].toString(), u"noNetwork"_s); // so the address was found
        QVERIFY(!tested.all().contains("secret-path"));
        QCOMPARE(call(arguments({u"notices"_s, u"remove"_s, u"Ops"_s}), without()).code, 0);
    }

    void environmentNeedsNoKeychain()
    {
        SilentPrompter prompter;
        const bool hasBus = qEnvironmentVariable("WRITEBACK_TEST_KEYCHAIN") != "none"_L1;
        QVERIFY(!hasBus || prompter.take());
        const Output run = call(arguments({u"run"_s, u"--yes"_s, u"One"_s}), credentialsOf(m_sandbox));
        QVERIFY2(run.code == 0, run.all().constData());
        QCOMPARE(prompter.questions(), 0);
    }

    // Its dialog waits for a person, and there is none.
    void lockedKeychainEndsTheRun()
    {
        SilentPrompter prompter;
        QVERIFY(prompter.take());
        QProcess process;
        process.setProcessEnvironment(without());
        process.start(QStringLiteral(CLI_PROGRAM), arguments({u"run"_s, u"--yes"_s, u"One"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(prompter.questions(), 1, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 120'000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 6);
        QCOMPARE(prompter.questions(), 1);
        verifyError(QJsonDocument::fromJson(process.readAllStandardOutput()));
        QCOMPARE(m_fault, QString());
    }

    void missingKeychainEndsTheRun()
    {
        const Output run = call(arguments({u"run"_s, u"--yes"_s, u"One"_s}), without());
        QVERIFY2(run.code == 6, run.all().constData());
        verifyError(QJsonDocument(run.json()));
        QCOMPARE(m_fault, QString());
        const Output valid = call(arguments({u"profiles"_s, u"validate"_s}), without());
        QVERIFY2(valid.code == 13, valid.all().constData());
    }

private:
    // Names the environment as the way out.
    void verifyError(const QJsonDocument &document)
    {
        const QJsonValue error = document["runs"_L1][0]["report"_L1]["error"_L1];
        m_fault.clear();
        if (error["kind"_L1].toString() != "keychain"_L1)
            m_fault = u"another kind: "_s + error["kind"_L1].toString();
        for (const QString &variable : {u"DOMO_CLIENT_SECRET"_s, u"WORKIVA_CLIENT_ID"_s}) {
            if (!error["next"_L1].toString().contains(variable))
                m_fault += u"not named: "_s + variable;
        }
    }

    [[nodiscard]] QStringList arguments(const QStringList &words) const
    {
        return words + QStringList{u"--data-dir"_s, m_desk.folder.path(), u"--json"_s};
    }

    static QProcessEnvironment without()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DOMO_CLIENT_ID", "DOMO_CLIENT_SECRET", "WORKIVA_CLIENT_ID", "WORKIVA_CLIENT_SECRET"})
            environment.remove(QString::fromLatin1(name));
        return environment;
    }

    SandboxProcess m_sandbox;
    Desk m_desk;
    QString m_fault;
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
