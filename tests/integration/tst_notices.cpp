#include "notices/mailserver.h"
#include "support/commandline.h"
#include "support/desk.h"
#include "support/httpserver.h"
#include "support/pty.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

constexpr int limit = 60'000; // ms

const QString password = u"correct horse battery"_s;
const QString key = u"0123456789abcdef"_s;

// Nobody's keychain.
QProcessEnvironment without()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    return environment;
}

QProcessEnvironment with(const QString &name, const QString &value)
{
    QProcessEnvironment environment = without();
    environment.insert(name, value);
    return environment;
}

} // namespace

// The command line's channels of notices, as a person sets them up.
class TestNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }

    void mailIsSetUpAndTested()
    {
        MailServer server({u"--user"_s, u"close"_s, u"--password"_s, password});
        QVERIFY(server.port() != 0);
        const QProcessEnvironment environment = with(u"NOTICE_MAIL_PASSWORD"_s, password);
        const Output set = notices(mail(server.port()) + QStringList{u"--user"_s, u"close"_s}, environment);
        QVERIFY2(set.code == 0, set.all().constData());
        QCOMPARE(set.json()["mail"_L1]["variables"_L1].toArray(), QJsonArray({u"NOTICE_MAIL_PASSWORD"_s}));

        const Output tested = notices({u"test"_s}, environment);
        QVERIFY2(tested.code == 0, tested.all().constData());
        QVERIFY(tested.json()["channels"_L1][0]["isAccepted"_L1].toBool());
        QTRY_COMPARE(server.events(u"mail"_s).size(), 1);
        const QJsonObject sent = server.events(u"mail"_s).first();
        QCOMPARE(sent["user"_L1].toString(), u"close"_s);
        const QJsonObject read = readMail(QByteArray::fromBase64(sent["data"_L1].toString().toLatin1()));
        QCOMPARE(read["to"_L1].toArray(), QJsonArray({u"a@example.com"_s, u"b@example.com"_s}));
        QCOMPARE(read["defects"_L1].toArray(), QJsonArray());

        const Output refused = notices({u"test"_s}, with(u"NOTICE_MAIL_PASSWORD"_s, u"wrong"_s));
        QVERIFY2(refused.code == 13, refused.all().constData());
        QCOMPARE(refused.json()["channels"_L1][0]["error"_L1]["kind"_L1].toString(), u"badCredentials"_s);
        const Output listed = notices({u"failures"_s}, without());
        QCOMPARE(listed.json()["failures"_L1].toArray().size(), 1);
        QCOMPARE(notices({u"show"_s}, without()).json()["failures"_L1].toInt(), 1);
    }

    void webhookIsSetUpTestedAndRemoved()
    {
        HttpServer server;
        QProcessEnvironment environment = with(u"NOTICE_OPS_ADDRESS"_s, server.url().toString() + u"/secret-path"_s);
        environment.insert(u"NOTICE_OPS_KEY"_s, key);
        const Output added = notices({u"add-webhook"_s, u"Ops"_s}, environment);
        QVERIFY2(added.code == 0, added.all().constData());
        QCOMPARE(added.json()["webhooks"_L1][0]["host"_L1].toString(), u"127.0.0.1"_s);
        QVERIFY2(!added.all().contains("secret-path") && !added.all().contains(key.toUtf8()), added.all().constData());
        const Output again = notices({u"add-webhook"_s, u"OPS"_s}, environment); // the same variables
        QVERIFY2(again.code == 2, again.all().constData());

        server.expect("POST /secret-path", "200 OK\n\nok");
        const Output tested = notices({u"test"_s}, environment);
        QVERIFY2(tested.code == 0, tested.all().constData());
        server.expect("POST /secret-path", "410 Gone\n\n/secret-path");
        const Output gone = notices({u"test"_s}, environment);
        QVERIFY2(gone.code == 13, gone.all().constData());
        QVERIFY2(!gone.all().contains("secret-path"), gone.all().constData());

        QCOMPARE(notices({u"remove"_s, u"Opus"_s}, without()).code, 2);
        QCOMPARE(notices({u"remove"_s, u"Ops"_s}, without()).code, 0);
        QVERIFY(notices({u"show"_s}, without()).json()["webhooks"_L1].toArray().isEmpty());
        QCOMPARE(notices({u"test"_s}, without()).code, 13); // there is none
    }

    void pingBelongsToAWriteback()
    {
        Profiles::Profile profile;
        profile.id = u"0a1b"_s;
        profile.name = u"Units"_s;
        profile.region = *Sheet::Region::parse(u"A1"_s);
        QVERIFY(m_desk->store.save(profile));
        const QProcessEnvironment environment = with(u"NOTICE_PING_0A1B"_s, u"https://ping.example.com/x"_s);
        QCOMPARE(notices({u"ping"_s, u"Heads"_s}, environment).code, 2);
        const Output set = notices({u"ping"_s, u"units"_s}, environment);
        QVERIFY2(set.code == 0, set.all().constData());
        QCOMPARE(set.json()["pings"_L1][0]["profile"_L1]["name"_L1].toString(), u"Units"_s);
        QCOMPARE(notices({u"ping"_s, u"units"_s}, environment).json()["pings"_L1].toArray().size(), 1);
        QVERIFY(notices({u"ping"_s, u"units"_s, u"--remove"_s}, without()).json()["pings"_L1].toArray().isEmpty());
    }

    void wrongInputIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("input");
        const QStringList account{u"set-mail"_s, u"--host"_s, u"mail.example.com"_s};
        QTest::newRow("recipient") << account + QStringList{u"--from"_s, u"a@b"_s, u"--to"_s, u"nobody"_s}
                                   << QByteArray();
        QTest::newRow("line break in the sender")
            << account + QStringList{u"--from"_s, u"a@b\r\nBcc: c@d"_s, u"--to"_s, u"a@b"_s} << QByteArray();
        QTest::newRow("encryption") << account
                + QStringList{u"--from"_s, u"a@b"_s, u"--to"_s, u"a@b"_s, u"--security"_s, u"some"_s}
                                    << QByteArray();
        QTest::newRow("no password") << account
                + QStringList{u"--from"_s, u"a@b"_s, u"--to"_s, u"a@b"_s, u"--user"_s, u"u"_s}
                                     << QByteArray();
        QTest::newRow("shape") << QStringList{u"add-webhook"_s, u"Ops"_s, u"--shape"_s, u"round"_s} << QByteArray();
        QTest::newRow("reserved name") << QStringList{u"add-webhook"_s, u"mail"_s} << QByteArray();
        QTest::newRow("http") << QStringList{u"add-webhook"_s, u"Ops"_s, u"--shape"_s, u"slack"_s}
                              << "http://example.com/x\n"_ba;
        QTest::newRow("short key") << QStringList{u"add-webhook"_s, u"Ops"_s} << "https://example.com/x\nkey\n"_ba;
    }
    void wrongInputIsRefused()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, input);
        const Output refused = notices(words, without(), input);
        QVERIFY2(refused.code == 2, refused.all().constData());
        QCOMPARE(notices({u"show"_s}, without()).json()["mail"_L1], QJsonValue());
        QVERIFY(notices({u"show"_s}, without()).json()["webhooks"_L1].toArray().isEmpty());
    }

    void secretWithoutAKeychainIsNotTaken()
    {
        const Output refused = notices({u"add-webhook"_s, u"Ops"_s, u"--shape"_s, u"slack"_s}, without(),
                                       "https://hooks.example.com/secret-path\n");
        QVERIFY2(refused.code == 6, refused.all().constData());
        QCOMPARE(refused.json()["error"_L1]["kind"_L1].toString(), u"keychain"_s);
        QVERIFY(refused.json()["error"_L1]["next"_L1].toString().contains("NOTICE_OPS_ADDRESS"_L1));
        QVERIFY(notices({u"show"_s}, without()).json()["webhooks"_L1].toArray().isEmpty());
    }

    void damagedChannelsAreReported()
    {
        QVERIFY(QDir(m_desk->folder.path()).mkpath(u"notices"_s));
        QFile file(m_desk->folder.filePath(u"notices/channels.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const Output damaged = notices({u"show"_s}, without());
        QVERIFY2(damaged.code == 6, damaged.all().constData());
        QCOMPARE(damaged.json()["error"_L1]["kind"_L1].toString(), u"badFile"_s);
        QCOMPARE(notices({u"show"_s}, without()).code, 0);
    }

    void terminalDoesNotShowASecret()
    {
        Pty pty;
        QProcess process;
        pty.attach(process, true, true);
        process.setProcessEnvironment(without());
        process.start(QStringLiteral(CLI_PROGRAM), arguments({u"add-webhook"_s, u"Ops"_s, u"--shape"_s, u"slack"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(pty.shown().contains("Address: "), limit);
        pty.type("http://example.com/secret-path\n"); // not allowed
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, limit);
        QCOMPARE(process.exitCode(), 2);
        QVERIFY2(!pty.shown().contains("secret-path"), pty.shown().constData());
    }

private:
    [[nodiscard]] static QStringList mail(quint16 port)
    {
        return {u"set-mail"_s,          u"--host"_s,     u"127.0.0.1"_s,     u"--port"_s,
                QString::number(port),  u"--security"_s, u"none"_s,          u"--from"_s,
                u"close@example.com"_s, u"--to"_s,       u"a@example.com"_s, u"--to"_s,
                u"b@example.com"_s};
    }

    [[nodiscard]] QStringList arguments(const QStringList &words) const
    {
        return QStringList{u"notices"_s} + words + QStringList{u"--data-dir"_s, m_desk->folder.path(), u"--json"_s};
    }

    // While the test's servers answer.
    [[nodiscard]] Output notices(const QStringList &words, const QProcessEnvironment &environment,
                                 const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CLI_PROGRAM), arguments(words));
        process.write(input);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, limit))
            return {};
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return {code, process.readAllStandardOutput(), process.readAllStandardError()};
    }

    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
