#include "notices/teller.h"

#include "notices/conditions.h"
#include "notices/mailfault.h"
#include "notices/mailserver.h"
#include "support/fakeclock.h"
#include "support/httpserver.h"
#include "support/sessionsecretstore.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace Support;

using Core::ErrorKind;
using Notices::Change;
using Notices::Channels;
using Notices::Condition;
using Notices::Kind;
using Notices::Outcome;
using Notices::Sign;
using Notices::Teller;
using Profiles::Secret;
using Shape = Notices::Webhook::Shape;

namespace {

constexpr int limit = 30'000; // ms

// Says what it is given, for the test to find it again.
Notices::Wording wording()
{
    const auto notice = [](const QList<Change> &changes) {
        QStringList lines;
        for (const Change &change : changes)
            lines.append(
                QString(change.now.profileName + u' ' + name(change.now.kind) + u' ' + change.now.what).trimmed());
        return Notices::Text{lines.first(), lines.join(u'\n')};
    };
    return {.notice = notice, .test = [] { return Notices::Text{u"Test"_s, u"Test"_s}; }};
}

} // namespace

class TestTeller final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<SessionSecretStore>();
        m_environment = {};
        m_channels = {};
    }

    void hundredFailuresAreOneAlarmAndOneRecovery()
    {
        HttpServer server;
        server.always("POST /a", "200 OK\n\nok");
        addWebhook(u"a"_s, server.url());
        const auto teller = makeTeller();
        for (int run = 0; run < 100; ++run)
            QVERIFY(tell(*teller, {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(server.requests().size(), 1);
        for (int run = 0; run < 3; ++run)
            QVERIFY(tell(*teller, {condition(u"Units"_s, Kind::Well)}));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(conditionsIn(server.requests().first()), QStringList{u"Units failing"_s});
        QCOMPARE(conditionsIn(server.requests().last()), QStringList{u"Units well"_s});
        QVERIFY(failures().isEmpty());
    }

    void hundredFailuresAreOneMailAndOneOfRecovery()
    {
        MailServer server;
        QVERIFY(server.port() != 0);
        setMail(server.port());
        for (int run = 0; run < 100; ++run) // each in a program of its own
            QVERIFY(tell(*makeTeller(), {condition(u"Köpfe"_s, Kind::Failing)}));
        QVERIFY(tell(*makeTeller(), {condition(u"Köpfe"_s, Kind::Well)}));
        QTRY_COMPARE(server.events(u"mail"_s).size(), 2);
        const auto mails = server.events(u"mail"_s);
        const auto subject = [&mails](int index) {
            return readMail(QByteArray::fromBase64(
                mails[index]["data"_L1].toString().toLatin1()))["headers"_L1]["subject"_L1]
                .toString();
        };
        QCOMPARE(subject(0), u"Köpfe failing"_s);
        QCOMPARE(subject(1), u"Köpfe well"_s);
    }

    void eachGroupHasOneMessage()
    {
        HttpServer server;
        server.always("POST /a", "200 OK\n\nok");
        addWebhook(u"a"_s, server.url());
        const auto teller = makeTeller();
        QVERIFY(tell(*teller,
                     {condition(u"A"_s, Kind::Failing, u"Close"_s), condition(u"B"_s, Kind::Well, u"Close"_s),
                      condition(u"C"_s, Kind::Paused, u"Close"_s), condition(u"D"_s, Kind::Overdue)}));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(conditionsIn(server.requests().first()), (QStringList{u"A failing"_s, u"C paused"_s}));
        QCOMPARE(conditionsIn(server.requests().last()), QStringList{u"D overdue"_s});
    }

    void whatWasNotAcceptedIsToldTheNextTime()
    {
        HttpServer server;
        addWebhook(u"a"_s, server.url());
        server.expect("POST /a", "500 Oops\n\n");
        const auto teller = makeTeller();
        const Condition failing = condition(u"Units"_s, Kind::Failing);
        QVERIFY(tell(*teller, {failing}));
        QCOMPARE(m_outcomes.size(), 1);
        QCOMPARE(m_outcomes.first().error->kind, ErrorKind::ServiceFailed);
        QCOMPARE(failures().size(), 1);
        QCOMPARE(failures().first().channel, u"a"_s);
        QCOMPARE(failures().first().about, u"Units"_s);

        server.expect("POST /a", "200 OK\n\nok");
        QVERIFY(tell(*teller, {failing}));
        QCOMPARE(m_outcomes, (QList<Outcome>{{u"a"_s, u"Units"_s, {}}}));
        QVERIFY(tell(*teller, {failing}));
        QVERIFY(m_outcomes.isEmpty());
        QCOMPARE(failures().size(), 1);
    }

    void whatIsOverIsNotTold()
    {
        HttpServer server;
        addWebhook(u"a"_s, server.url());
        server.expect("POST /a", "500 Oops\n\n");
        const auto teller = makeTeller();
        QVERIFY(tell(*teller, {condition(u"Units"_s, Kind::Failing)}));
        QVERIFY(tell(*teller, {condition(u"Units"_s, Kind::Well)}));
        QCOMPARE(server.requests().size(), 1);
    }

    void channelThatIsDownHoldsNoOther()
    {
        HttpServer good;
        HttpServer bad;
        addWebhook(u"bad"_s, bad.url());
        addWebhook(u"good"_s, good.url());
        bad.expect("POST /bad", Answer::hang());
        good.expect("POST /good", "200 OK\n\nok");
        {
            const auto teller = makeTeller();
            QSignalSpy idle(teller.get(), &Teller::idle);
            teller->tell({condition(u"Units"_s, Kind::Failing)});
            QTRY_COMPARE(m_outcomes.size(), 1);
            QCOMPARE(m_outcomes.first().channel, u"good"_s);
            QTRY_COMPARE(bad.requests().size(), 1);
            QVERIFY(idle.isEmpty() && !teller->isIdle());
        } // stops what hangs
        bad.expect("POST /bad", "200 OK\n\nok");
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(m_outcomes, (QList<Outcome>{{u"bad"_s, u"Units"_s, {}}}));
    }

    void mailFaultIsRecordedAndToldLater()
    {
        quint16 port = 0;
        {
            QTcpServer listener;
            QVERIFY(listener.listen(QHostAddress::LocalHost));
            port = listener.serverPort();
        }
        setMail(port);
        const Condition failing = condition(u"Units"_s, Kind::Failing);
        QVERIFY(tell(*makeTeller(), {failing}));
        QCOMPARE(failures().size(), 1);
        QCOMPARE(failures().first().error.kind, ErrorKind::NoNetwork);
        MailServer greylisting({u"--reply"_s, u"RCPT=451 later"_s});
        setMail(greylisting.port());
        QVERIFY(tell(*makeTeller(), {failing}));
        QCOMPARE(failures().size(), 2);
        QVERIFY(failures().first().error.cause.as<Notices::MailFault>()->isTemporary());
        MailServer server;
        setMail(server.port());
        QVERIFY(tell(*makeTeller(), {failing}));
        QTRY_COMPARE(server.events(u"mail"_s).size(), 1);
        QCOMPARE(failures().size(), 2);
    }

    void refusedRecipientIsRecordedAndTheMailCounts()
    {
        MailServer server({u"--refuse"_s, u"b@example.com=550 unknown"_s});
        setMail(server.port());
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(failures().size(), 1);
        QCOMPARE(failures().first().error.subject, u"b@example.com"_s);
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(server.events(u"mail"_s).size(), 1);
    }

    void ofTwoProgramsOneTells()
    {
        HttpServer server;
        addWebhook(u"a"_s, server.url());
        server.expect("POST /a", Answer("200 OK\n\nok").held());
        const auto one = makeTeller();
        const auto other = makeTeller();
        QSignalSpy oneIdle(one.get(), &Teller::idle);
        QSignalSpy otherIdle(other.get(), &Teller::idle);
        one->tell({condition(u"Units"_s, Kind::Failing)});
        QTRY_COMPARE(server.held(), 1);
        other->tell({condition(u"Units"_s, Kind::Failing)});
        QTRY_COMPARE(m_clock.waiting(), 1); // for the other program
        m_clock.advance(std::chrono::seconds(1));
        QVERIFY(otherIdle.isEmpty());
        server.release();
        QTRY_COMPARE(oneIdle.size(), 1);
        m_clock.advance(std::chrono::seconds(1));
        QTRY_COMPARE(otherIdle.size(), 1);
        QCOMPARE(server.requests().size(), 1);
    }

    void programThatHoldsTheLockIsNotAwaitedForEver()
    {
        HttpServer server;
        addWebhook(u"a"_s, server.url());
        Core::FileLock lock;
        const Notices::ToldStore store(m_folder->path());
        QVERIFY(store.make() && lock.take(store.lockFile()));
        const auto teller = makeTeller();
        QSignalSpy idle(teller.get(), &Teller::idle);
        teller->tell({condition(u"Units"_s, Kind::Failing)});
        for (int minute = 0; minute < 2; ++minute)
            m_clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(idle.size(), 1);
        QCOMPARE(m_outcomes.size(), 1);
        QCOMPARE(m_outcomes.first().error->kind, ErrorKind::Busy);
        QVERIFY(server.requests().isEmpty());
    }

    void invalidChannelsAreSetAsideAndReported()
    {
        QFile file(m_folder->filePath(u"channels.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(m_outcomes.size(), 1);
        QCOMPARE(m_outcomes.first().error->kind, ErrorKind::BadFile);
        QCOMPARE(m_outcomes.first().about, u"Units"_s);
        QVERIFY(QFile::exists(m_folder->filePath(u"channels.json.broken"_s)));
        QCOMPARE(failures().size(), 1);
    }

    void unreadableMemoryTellsAgain()
    {
        HttpServer server;
        server.always("POST /a", "200 OK\n\nok");
        addWebhook(u"a"_s, server.url());
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QFile file(m_folder->filePath(u"told.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.close();
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing), condition(u"Heads"_s, Kind::Well)}));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(conditionsIn(server.requests().last()), QStringList{u"Units failing"_s});
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(server.requests().size(), 2);
    }

    void newChannelIsToldWhatIsWrongNow()
    {
        HttpServer server;
        server.always("POST /a", "200 OK\n\nok");
        server.always("POST /b", "200 OK\n\nok");
        addWebhook(u"a"_s, server.url());
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        addWebhook(u"b"_s, server.url());
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(m_outcomes, (QList<Outcome>{{u"b"_s, u"Units"_s, {}}}));
    }

    void missingSecretIsReported()
    {
        m_channels.webhooks.append({.id = u"a"_s, .name = u"a"_s, .shape = Shape::Slack});
        QVERIFY(Notices::ChannelStore(m_folder->path()).write(m_channels));
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QCOMPARE(m_outcomes.first().error->subject, u"NOTICE_A_ADDRESS"_s);

        HttpServer server; // and one of the environment is used
        server.expect("POST /x", "200 OK\n\nok");
        m_environment.insert(u"NOTICE_A_ADDRESS"_s, server.url().toString() + u"/x"_s);
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        QVERIFY(!m_outcomes.first().error);
    }

    void credentialsAreRemovedFromReasons()
    {
        HttpServer server;
        server.expect("POST /a", "200 OK\n\nok");
        addWebhook(u"a"_s, server.url());
        Condition failing = condition(u"Units"_s, Kind::Failing);
        failing.what = u"Authorization: Bearer abcdefghijkl"_s;
        QVERIFY(tell(*makeTeller(), {failing}));
        QVERIFY(!server.lastRequest().body.contains("abcdefghijkl"));
    }

    void testGoesToEveryChannelAndIsNoNotice()
    {
        HttpServer server;
        MailServer mailServer;
        setMail(mailServer.port());
        addWebhook(u"a"_s, server.url());
        server.expect("POST /a", "200 OK\n\nok");
        const auto teller = makeTeller();
        QSignalSpy idle(teller.get(), &Teller::idle);
        teller->test();
        QVERIFY(idle.wait(limit));
        QCOMPARE(m_outcomes.size(), 2);
        QVERIFY(!m_outcomes.first().error && !m_outcomes.last().error);
        QTRY_COMPARE(mailServer.events(u"mail"_s).size(), 1);
        QVERIFY(!QFile::exists(m_folder->filePath(u"told.json"_s)));
    }

    void withoutChannelsNothingHappens()
    {
        const auto teller = makeTeller();
        QVERIFY(tell(*teller, {condition(u"Units"_s, Kind::Failing)}));
        QVERIFY(m_outcomes.isEmpty());
        QVERIFY(teller->isIdle());
        QSignalSpy idle(teller.get(), &Teller::idle);
        teller->ping(u"units"_s, Sign::Start);
        QVERIFY(idle.wait(limit));
        QVERIFY(m_outcomes.isEmpty());
    }

    void pingsArriveInOrder()
    {
        HttpServer server;
        addPing(u"units"_s, server.url());
        server.expect("GET /units/start", Answer("200 OK\n\nOK").held());
        server.expect("GET /units", "200 OK\n\nOK");
        const auto teller = makeTeller();
        QSignalSpy idle(teller.get(), &Teller::idle);
        teller->ping(u"units"_s, Sign::Start);
        teller->ping(u"units"_s, Sign::Success);
        teller->ping(u"others"_s, Sign::Failure); // has none
        QTRY_COMPARE(server.held(), 1);
        QCOMPARE(server.requests().size(), 1);
        server.release();
        QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), limit);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(m_outcomes, (QList<Outcome>(2, {u"ping"_s, u"units"_s, {}})));
    }

    void failedPingIsRecorded()
    {
        HttpServer server;
        addPing(u"units"_s, server.url());
        server.expect("GET /units/fail", "404 Not Found\n\n");
        const auto teller = makeTeller();
        QSignalSpy idle(teller.get(), &Teller::idle);
        teller->ping(u"units"_s, Sign::Failure);
        QVERIFY(idle.wait(limit));
        QCOMPARE(failures().size(), 1);
        QCOMPARE(failures().first().channel, u"ping"_s);
        QCOMPARE(failures().first().error.kind, ErrorKind::NotFound);
    }

    void secretsAreInNoFile()
    {
        HttpServer server;
        server.always("POST /a", "500 Oops\n\n");
        addWebhook(u"a"_s, server.url());
        QVERIFY(tell(*makeTeller(), {condition(u"Units"_s, Kind::Failing)}));
        const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(m_key.toUtf8()), qPrintable(info.fileName()));
        }
    }

private:
    [[nodiscard]] std::unique_ptr<Teller> makeTeller()
    {
        auto teller = std::make_unique<Teller>(Notices::Means{.channelsFolder = m_folder->path(),
                                                              .stateFolder = m_folder->path(),
                                                              .secrets = *m_secrets,
                                                              .clock = m_clock,
                                                              .wording = wording(),
                                                              .environment = m_environment});
        m_outcomes.clear();
        connect(teller.get(), &Teller::outcome, this, [this](const Outcome &outcome) { m_outcomes.append(outcome); });
        return teller;
    }

    // To its end.
    bool tell(Teller &teller, const QList<Condition> &conditions)
    {
        m_outcomes.clear();
        QSignalSpy idle(&teller, &Teller::idle);
        teller.tell(conditions);
        return idle.wait(limit);
    }

    void store(const QString &owner, Secret secret, const QString &value)
    {
        m_secrets->write(owner, secret, value, m_secrets.get(), [](const Core::Result<void> &) {});
    }

    void addWebhook(const QString &name, const QUrl &server)
    {
        m_channels.webhooks.append({.id = name, .name = name});
        std::ignore = Notices::ChannelStore(m_folder->path()).write(m_channels);
        store(name, Secret::Address, server.toString() + u'/' + name);
        store(name, Secret::Key, m_key);
    }

    void addPing(const QString &profileId, const QUrl &server)
    {
        std::ignore = Notices::ChannelStore(m_folder->path()).write({.pings = {{.profileId = profileId}}});
        store(profileId, Secret::Address, server.toString() + u'/' + profileId);
    }

    void setMail(quint16 port)
    {
        m_channels.mail = Notices::Mail{.host = u"127.0.0.1"_s,
                                        .port = port,
                                        .security = Notices::Mail::Security::None,
                                        .from = u"close@example.com"_s,
                                        .to = {u"a@example.com"_s, u"b@example.com"_s}};
        std::ignore = Notices::ChannelStore(m_folder->path()).write(m_channels);
    }

    [[nodiscard]] QList<Notices::Failure> failures() const
    {
        return Notices::FailureLog(m_folder->path()).read().value_or(QList<Notices::Failure>());
    }

    static QStringList conditionsIn(const HttpRequest &request)
    {
        QStringList conditions;
        const QJsonArray changes = QJsonDocument::fromJson(request.body)["changes"_L1].toArray();
        for (const QJsonValue &change : changes)
            conditions.append(change["profile"_L1]["name"_L1].toString() + u' ' + change["condition"_L1].toString());
        return conditions;
    }

    const QString m_key = u"0123456789abcdef"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionSecretStore> m_secrets;
    QProcessEnvironment m_environment;
    FakeClock m_clock;
    Channels m_channels;
    QList<Outcome> m_outcomes;
};

QTEST_GUILESS_MAIN(TestTeller)
#include "tst_teller.moc"
