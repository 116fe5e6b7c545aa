#include "schedule/handover.h"
#include "support/commandline.h"
#include "support/desk.h"
#include "support/httpserver.h"
#include "support/sandboxprocess.h"
#include "support/schedules.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Support;
using History::Noted;

namespace {

constexpr int limit = 60'000;

QStringList statesIn(const Output &output)
{
    QStringList states;
    for (const QJsonValue &run : output.json()["runs"_L1].toArray())
        states.append(run["report"_L1]["state"_L1].toString());
    return states;
}

QString decisionIn(const Output &output)
{
    return output.json()["schedule"_L1]["decision"_L1].toString();
}

QStringList notesIn(const Output &output)
{
    QStringList notes;
    for (const QJsonValue &note : output.json()["schedule"_L1]["notes"_L1].toArray())
        notes.append(note["what"_L1].toString());
    return notes;
}

// Every day, at the minute that it was so long ago.
Profiles::Automatically dailyAt(std::chrono::minutes ago)
{
    const QTime then = QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(ago).count()).time();
    return {.timetable = Support::daily({then.hour(), then.minute()}, u"UTC"_s)};
}

} // namespace

// The program as a scheduler starts it.
class TestScheduled final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }

    void dueWritebackIsRunOnceWithoutConsentOnTheCommandLine()
    {
        prepare(dailyAt(3min));
        const Output first = start();
        QVERIFY2(first.code == 0, first.all().constData());
        QCOMPARE(decisionIn(first), u"run"_s);
        QCOMPARE(statesIn(first), QStringList{u"verified"_s});
        QVERIFY(!first.json()["schedule"_L1]["isOtherSchedule"_L1].toBool());
        const Output again = start();
        QVERIFY2(again.code == 0, again.all().constData());
        QCOMPARE(decisionIn(again), u"notDue"_s);
        QCOMPARE(*m_desk->history().count(), 1);
        const Output history = call({u"history"_s, u"--data-dir"_s, m_desk->folder.path(), u"--json"_s}, environment());
        const QJsonArray entries = QJsonDocument::fromJson(history.out).array();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0]["due"_L1], first.json()["schedule"_L1]["due"_L1]);
        QCOMPARE(entries[0]["attempt"_L1].toInt(-1), 0);
        QCOMPARE(entries[1]["state"_L1].toString(), u"firstStart"_s);
        QVERIFY(entries[1]["due"_L1].isUndefined()); // its times count from earlier on, but nothing was due
        QVERIFY(entries[1]["noted"_L1].toString() <= entries[0]["started"_L1].toString());
    }

    void missedRunIsSaidAndShown()
    {
        prepare(dailyAt(60min));
        handOver(180min);
        const Output missed = start();
        QVERIFY2(missed.code == 13, missed.all().constData());
        QCOMPARE(notesIn(missed), QStringList{u"missed"_s});
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s), 0);
        const Output status = this->status();
        QVERIFY2(status.code == 13, status.all().constData());
        const QJsonValue shown = status.json()["writebacks"_L1][0];
        QCOMPARE(shown["kind"_L1].toString(), u"needsYou"_s);
        QCOMPARE(shown["schedule"_L1]["standing"_L1].toString(), u"missed"_s);
        const Output history =
            call({u"history"_s, m_profile.name, u"--data-dir"_s, m_desk->folder.path()}, environment());
        QVERIFY2(history.out.contains("Missed") && history.out.contains("Schedule handed over"),
                 history.all().constData());
    }

    void missedRunIsCaughtUpWithinItsTime()
    {
        Profiles::Automatically schedule = dailyAt(60min);
        schedule.catchUp = 2h;
        prepare(schedule);
        handOver(180min);
        const Output late = start();
        QVERIFY2(late.code == 0, late.all().constData());
        QCOMPARE(statesIn(late), QStringList{u"verified"_s});
        QCOMPARE(status().json()["writebacks"_L1][0]["schedule"_L1]["standing"_L1].toString(), u"waiting"_s);
        QCOMPARE(status().code, 0);
    }

    void runUnderWaySkipsTheTime()
    {
        prepare(dailyAt(3min), {u"--fault"_s, u"hang@exportDataSet"_s});
        QProcess first;
        begin(first, {u"run"_s, m_profile.id, u"--data-dir"_s, m_desk->folder.path(), u"--yes"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->requests(u"exportDataSet"_s), 1, limit);
        const Output second = start();
        QVERIFY2(second.code == 0, second.all().constData());
        QCOMPARE(notesIn(second), QStringList{u"overlapped"_s});
        first.kill();
        QVERIFY(first.waitForFinished(limit));
    }

    void twoSchedulersRunItOnce()
    {
        prepare(dailyAt(3min), {u"--fault"_s, u"hang@exportDataSet"_s});
        QProcess first;
        begin(first, scheduled());
        QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->requests(u"exportDataSet"_s), 1, limit);
        const Output second = start();
        QVERIFY2(second.code == 0, second.all().constData());
        QCOMPARE(decisionIn(second), u"elsewhere"_s);
        QCOMPARE(*m_desk->history().count(), 1);
        first.kill();
        QVERIFY(first.waitForFinished(limit));
    }

    void killedRunIsCaughtUp()
    {
        prepare(dailyAt(3min), {u"--operation-time"_s, u"1500"_s});
        QProcess first;
        begin(first, scheduled());
        QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->requests(u"updateValuesByRange"_s), 1, limit);
        first.kill();
        QVERIFY(first.waitForFinished(limit));
        const auto interrupted = m_desk->history().runs(m_profile.id).value();
        QCOMPARE(interrupted.size(), 1);
        QVERIFY(interrupted[0].isInterrupted());
        const Output second = start();
        QVERIFY2(second.code == 0, second.all().constData());
        const auto runs = m_desk->history().runs(m_profile.id).value();
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs[0].entry.occasion,
                 (Writeback::Occasion{interrupted[0].entry.occasion.due, interrupted[0].entry.occasion.attempt + 1}));
        QCOMPARE(decisionIn(start()), u"notDue"_s);
    }

    void failuresPauseItUntilAPersonHasRunIt()
    {
        Profiles::Automatically schedule = dailyAt(3min);
        schedule.pauseAfter = 1;
        prepare(schedule, {u"--fault"_s, u"404@getDataSet#1"_s});
        QCOMPARE(start().code, 5);
        const Output status = this->status();
        QVERIFY2(status.code == 13, status.all().constData());
        QCOMPARE(status.json()["writebacks"_L1][0]["schedule"_L1]["standing"_L1].toString(), u"paused"_s);
        const Output person =
            call({u"run"_s, m_profile.id, u"--yes"_s, u"--data-dir"_s, m_desk->folder.path()}, environment());
        QVERIFY2(person.code == 0, person.all().constData());
        QCOMPARE(this->status().code, 0);
    }

    void firstRunWaitsForAPersonIfThatIsWished()
    {
        Profiles::Automatically schedule = dailyAt(3min);
        schedule.confirmChanges = true;
        prepare(schedule);
        const Output waiting = start();
        QVERIFY2(waiting.code == 13, waiting.all().constData());
        QCOMPARE(notesIn(waiting), QStringList{u"unconfirmed"_s});
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s), 0);
    }

    void otherScheduleThanWasHandedOverIsSaid()
    {
        prepare(dailyAt(3min));
        QStringList words = scheduled();
        words.replace(words.indexOf(u"--scheduled"_s) + 1, u"0123456789abcdef"_s);
        words.removeAll(u"--json"_s);
        const Output output = call(words, environment());
        QVERIFY2(output.code == 0, output.all().constData());
        QVERIFY2(output.out.contains("schedule install"), output.all().constData());
    }

    void schedulersNameOneWritebackAlone()
    {
        prepare(dailyAt(3min));
        const Profiles::Profile other = m_desk->addProfile(*m_sandbox, u"Other"_s);
        const Output two = call(scheduled() + QStringList{other.id}, environment());
        QVERIFY2(two.code == 2, two.all().constData());
        const Output group = call(scheduled() + QStringList{u"--group"_s, u"Close"_s}, environment());
        QVERIFY2(group.code == 2, group.all().constData());
        QCOMPARE(m_sandbox->requests(u"getAccessToken"_s), 0);
    }

    // The process is the scheduler's child, which ends it at a shutdown.
    void terminatedWaitForARetryLeavesTheFailure()
    {
        Profiles::Automatically schedule = dailyAt(3min);
        schedule.retry = Profiles::Retry{3, 60min};
        prepare(schedule, {u"--fault"_s, u"malformed@getDataSet#*"_s});
        QProcess process;
        begin(process, scheduled());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("run again in 60 min"), limit);
        QCOMPARE(::kill(pid_t(process.processId()), SIGTERM), 0);
        QVERIFY(process.waitForFinished(limit));
        const Output ended{process.exitCode(), process.readAllStandardOutput(), {}};
        QVERIFY2(ended.code == 6, ended.all().constData());
        QCOMPARE(statesIn(ended), QStringList{u"failed"_s});
    }

    void othersAreToldWhatChangesAndPingedEachTime()
    {
        prepare(dailyAt(6min), {u"--fault"_s, u"404@getDataSet#1"_s, u"--fault"_s, u"404@getDataSet#2"_s});
        HttpServer server;
        QProcessEnvironment told = environment();
        told.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s); // nobody's keychain
        told.insert(u"NOTICE_OPS_ADDRESS"_s, server.url().toString() + u"/notices"_s);
        told.insert(u"NOTICE_OPS_KEY"_s, u"0123456789abcdef"_s);
        told.insert(u"NOTICE_PING_"_s + m_profile.id.toUpper(), server.url().toString() + u"/ping"_s);
        const QStringList folder{u"--data-dir"_s, m_desk->folder.path()};
        const Output webhook = call(QStringList{u"notices"_s, u"add-webhook"_s, u"Ops"_s} + folder, told);
        QVERIFY2(webhook.code == 0, webhook.all().constData());
        const Output ping = call(QStringList{u"notices"_s, u"ping"_s, m_profile.name} + folder, told);
        QVERIFY2(ping.code == 0, ping.all().constData());

        QByteArray alarm;
        server.expect("GET /ping/start", "200 OK\n\nok");
        server.expect("POST /notices", [&alarm](const HttpRequest &request) {
            alarm = request.body;
            return Answer("200 OK\n\nok");
        });
        server.expect("GET /ping/fail", "200 OK\n\nok");
        QCOMPARE(startBeside(told), 5);
        QVERIFY2(alarm.contains("Balance") && alarm.contains("failing"), alarm.constData());

        server.expect("GET /ping/start", "200 OK\n\nok");
        server.expect("GET /ping/fail", "200 OK\n\nok");
        reschedule(dailyAt(5min));
        QCOMPARE(startBeside(told), 5); // nobody is told again

        QByteArray recovery;
        server.expect("GET /ping/start", "200 OK\n\nok");
        server.expect("POST /notices", [&recovery](const HttpRequest &request) {
            recovery = request.body;
            return Answer("200 OK\n\nok");
        });
        server.expect("GET /ping", "200 OK\n\nok");
        reschedule(dailyAt(4min));
        QCOMPARE(startBeside(told), 0);
        QVERIFY2(recovery.contains("Balance") && recovery.contains("well"), recovery.constData());
    }

    void missingHolidaysAreTold()
    {
        Profiles::Automatically schedule = dailyAt(6min);
        schedule.timetable.days = Profiles::BusinessDay{.holidays = u"/nowhere/holidays.ics"_s};
        prepare(schedule);
        HttpServer server;
        QProcessEnvironment told = environment();
        told.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        told.insert(u"NOTICE_OPS_ADDRESS"_s, server.url().toString() + u"/notices"_s);
        const QStringList add{u"notices"_s,    u"add-webhook"_s,     u"Ops"_s, u"--shape"_s, u"slack"_s,
                              u"--data-dir"_s, m_desk->folder.path()};
        QCOMPARE(call(add, told).code, 0);
        QByteArray alarm;
        server.expect("POST /notices", [&alarm](const HttpRequest &request) {
            alarm = request.body;
            return Answer("200 OK\n\nok");
        });
        QCOMPARE(startBeside(told), 6);
        QVERIFY2(alarm.contains("Balance") && alarm.contains("holidays.ics"), alarm.constData());
        QCOMPARE(startBeside(told), 6); // nobody is told again
    }

    // What does not get through changes nothing of the run, and is told with the next one.
    void runIsWhatItIsWhoeverCanBeTold()
    {
        prepare(dailyAt(6min), {u"--fault"_s, u"404@getDataSet#1"_s, u"--fault"_s, u"404@getDataSet#2"_s});
        QProcessEnvironment told = environment();
        told.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        told.insert(u"NOTICE_OPS_ADDRESS"_s, u"http://127.0.0.1:1/notices"_s);
        const QStringList folder{u"--data-dir"_s, m_desk->folder.path()};
        const QStringList add{u"notices"_s, u"add-webhook"_s, u"Ops"_s, u"--shape"_s, u"slack"_s};
        const Output webhook = call(add + folder, told);
        QVERIFY2(webhook.code == 0, webhook.all().constData());
        const Output unheard = call(scheduled(), told);
        QVERIFY2(unheard.code == 5, unheard.all().constData());
        QVERIFY(!unheard.json()["told"_L1][0]["isAccepted"_L1].toBool(true));

        HttpServer server;
        server.expect("POST /notices", "200 OK\n\nok");
        told.insert(u"NOTICE_OPS_ADDRESS"_s, server.url().toString() + u"/notices"_s);
        reschedule(dailyAt(5min));
        QCOMPARE(startBeside(told), 5);
    }

private:
    void prepare(const Profiles::Automatically &schedule, const QStringList &faults = {})
    {
        m_sandbox = std::make_unique<SandboxProcess>(faults);
        m_profile = m_desk->addProfile(*m_sandbox, u"Balance"_s);
        m_profile.schedule = schedule;
        if (!m_desk->store.save(m_profile))
            qFatal("The profile is not saved");
    }

    void handOver(std::chrono::minutes ago) const
    {
        const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(ago).count());
        if (!m_desk->data->openScheduleLog().value()->note(m_profile.id,
                                                           {{then, Noted::HandedOver, then, fingerprint()}}))
            qFatal("The hand-over is not noted");
    }

    [[nodiscard]] QProcessEnvironment environment() const { return credentialsOf(*m_sandbox); }

    [[nodiscard]] QString fingerprint() const
    {
        return ::Schedule::fingerprint(std::get<Profiles::Automatically>(m_profile.schedule));
    }

    [[nodiscard]] QStringList scheduled() const
    {
        return {u"run"_s,        m_profile.id,          u"--scheduled"_s, fingerprint(),
                u"--data-dir"_s, m_desk->folder.path(), u"--json"_s};
    }

    void begin(QProcess &process, const QStringList &words) const
    {
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(CLI_PROGRAM), words);
        if (!process.waitForStarted(limit))
            qFatal("The program does not start");
    }

    void reschedule(const Profiles::Automatically &schedule)
    {
        m_profile.schedule = schedule;
        if (!m_desk->store.save(m_profile))
            qFatal("The profile is not saved");
    }

    // While this thread serves requests; the exit code, or -1 if it does not end.
    [[nodiscard]] int startBeside(const QProcessEnvironment &told) const
    {
        QProcess process;
        process.setProcessEnvironment(told);
        process.start(QStringLiteral(CLI_PROGRAM), scheduled());
        const bool hasEnded = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, limit);
        return hasEnded && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    [[nodiscard]] Output start() const { return call(scheduled(), environment()); }

    [[nodiscard]] Output status() const
    {
        return call({u"status"_s, u"--data-dir"_s, m_desk->folder.path(), u"--json"_s}, environment());
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Profiles::Profile m_profile;
};

QTEST_GUILESS_MAIN(TestScheduled)
#include "tst_scheduled.moc"
