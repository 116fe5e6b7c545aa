#include "notices/sessionbus.h"
#include "schedule/handover.h"
#include "support/commandline.h"
#include "support/desk.h"
#include "support/schedules.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Support;
using Answer = NotificationService::Answer;

namespace {

constexpr int limit = 60'000; // ms

// Every day, at the minute that it was so long ago.
Profiles::Automatically dailyAt(std::chrono::minutes ago)
{
    const QTime then = QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(ago).count()).time();
    return {.timetable = Support::daily({then.hour(), then.minute()}, u"UTC"_s)};
}

} // namespace

// The command line's notices on a desktop: a session bus with a service of notifications.
class TestNoticesDesktop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_bus = std::make_unique<SessionBus>();
        QVERIFY(!m_bus->address().isEmpty());
        m_service = std::make_unique<NotificationService>(*m_bus);
    }

    void cleanup()
    {
        m_service.reset();
        m_bus.reset();
    }

    void desktopIsSetUpTestedAndRemoved()
    {
        const QProcessEnvironment environment = on(m_bus->address());
        QVERIFY(!notices({u"show"_s}, environment).json()["desktop"_L1].toBool(true));
        const Output set = notices({u"set-desktop"_s}, environment);
        QVERIFY2(set.code == 0, set.all().constData());
        QVERIFY(set.json()["desktop"_L1].toBool());

        const Output nobody = notices({u"test"_s}, environment);
        QVERIFY2(nobody.code == 13, nobody.all().constData());
        QCOMPARE(nobody.json()["channels"_L1][0]["error"_L1]["kind"_L1].toString(), u"notFound"_s);
        QVERIFY(m_service->take());
        const Output tested = notices({u"test"_s}, environment);
        QVERIFY2(tested.code == 0, tested.all().constData());
        QCOMPARE(tested.json()["channels"_L1][0]["channel"_L1].toString(), u"desktop"_s);
        QCOMPARE(m_service->shown().size(), 1);
        QVERIFY(!m_service->summary(0).isEmpty());

        const Output without = notices({u"test"_s}, on(u"unix:path=/nonexistent"_s));
        QVERIFY2(without.code == 13, without.all().constData());
        const QJsonValue error = without.json()["channels"_L1][0]["error"_L1];
        QCOMPARE(error["kind"_L1].toString(), u"noNetwork"_s);
        QVERIFY(error["next"_L1].toString().contains("DBUS_SESSION_BUS_ADDRESS"_L1));
        const QJsonArray failures = notices({u"failures"_s}, environment).json()["failures"_L1].toArray();
        QCOMPARE(failures.size(), 2);
        QCOMPARE(failures.first()["error"_L1]["next"_L1], error["next"_L1]); // so its cause was kept

        QCOMPARE(notices({u"remove"_s, u"desktop"_s}, environment).code, 0);
        QVERIFY(!notices({u"show"_s}, environment).json()["desktop"_L1].toBool(true));
        QCOMPARE(notices({u"remove"_s, u"desktop"_s}, environment).code, 2); // there is none
        QCOMPARE(notices({u"test"_s}, environment).code, 13);
    }

    void otherChannelsStay()
    {
        QProcessEnvironment environment = on(m_bus->address());
        environment.insert(u"NOTICE_OPS_ADDRESS"_s, u"https://hooks.example.com/x"_s);
        const QStringList shape{u"--shape"_s, u"slack"_s};
        QCOMPARE(notices(QStringList{u"add-webhook"_s, u"Ops"_s} + shape, environment).code, 0);
        QCOMPARE(notices({u"set-desktop"_s}, environment).json()["webhooks"_L1].toArray().size(), 1);
        environment.insert(u"NOTICE_DESKTOP_ADDRESS"_s, u"https://hooks.example.com/x"_s);
        QCOMPARE(notices(QStringList{u"add-webhook"_s, u"Desktop"_s} + shape, environment).code, 2); // reserved
        const Output removed = notices({u"remove"_s, u"desktop"_s}, environment);
        QCOMPARE(removed.json()["webhooks"_L1].toArray().size(), 1);
    }

    // Without the variable of the session, as from cron.
    void scheduledRunTellsWhatChanges()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"404@getDataSet#1"_s, u"--fault"_s, u"404@getDataSet#2"_s});
        QVERIFY(sandbox.isUp());
        QVERIFY(m_service->take());
        QProcessEnvironment environment = credentialsOf(sandbox);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_bus->folder());
        QCOMPARE(notices({u"set-desktop"_s}, environment).code, 0);
        Profiles::Profile profile = m_desk->addProfile(sandbox, u"Balance"_s);
        QList<int> codes;
        QList<qsizetype> shown;
        for (const auto ago : {6min, 5min, 4min}) {
            const Profiles::Automatically schedule = dailyAt(ago);
            profile.schedule = schedule;
            QVERIFY(m_desk->store.save(profile));
            codes.append(
                run({u"run"_s, profile.id, u"--scheduled"_s, ::Schedule::fingerprint(schedule)}, environment).code);
            shown.append(m_service->shown().size());
        }
        QCOMPARE(codes, (QList{5, 5, 0}));
        QCOMPARE(shown, (QList<qsizetype>{1, 1, 2}));
        QVERIFY(m_service->summary(0).contains("Balance"_L1) && m_service->summary(1).contains("Balance"_L1));
        QCOMPARE(m_service->shown()[0][7].toInt(), 0); // stays
        QCOMPARE(m_service->shown()[1][7].toInt(), -1);
    }

private:
    [[nodiscard]] static QProcessEnvironment on(const QString &address)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
        return environment;
    }

    [[nodiscard]] Output notices(const QStringList &words, const QProcessEnvironment &environment) const
    {
        return run(QStringList{u"notices"_s} + words, environment);
    }

    // While the test's service answers.
    [[nodiscard]] Output run(const QStringList &words, const QProcessEnvironment &environment) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CLI_PROGRAM),
                      words + QStringList{u"--data-dir"_s, m_desk->folder.path(), u"--json"_s});
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, limit))
            return {};
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return {code, process.readAllStandardOutput(), process.readAllStandardError()};
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<NotificationService> m_service;
};

QTEST_GUILESS_MAIN(TestNoticesDesktop)
#include "tst_notices_desktop.moc"
