#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/desk.h"
#include "support/sandboxprocess.h"
#include "support/schedules.h"
#include "support/standinscheduler.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString unitsName = u"Units"_s;
const QString name = u"One"_s;

Profiles::Automatically daily(int hour)
{
    return {.timetable = Support::daily({hour, 0}, u"UTC"_s)};
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// What the command line hands over, with schedulers that are scripts; see StandInScheduler.
class TestSchedules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_datasets.write(unitsName, {{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}}, {{u"North"_s, 12}});
        m_sandbox = std::make_unique<SandboxProcess>(m_datasets.options());
        QVERIFY(m_sandbox->isUp());
    }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_place = std::make_unique<Support::StandInScheduler>();
        QVERIFY(addScheduled());
    }

    void installedScheduleIsListed()
    {
        const Output before = schedule({u"list"_s, u"--json"_s});
        QVERIFY2(before.code == 13, before.all().constData());
        QCOMPARE(stateIn(before), u"notInstalled"_s);

        QVERIFY(writeCredentials());
        const Output installed = schedule({u"install"_s, name, u"--credentials"_s, credentials()});
        QVERIFY2(installed.code == 0, installed.all().constData());
        QVERIFY2(installed.out.contains("loginctl enable-linger"), installed.all().constData());
        const Output after = schedule({u"list"_s, u"--json"_s});
        QVERIFY2(after.code == 0, after.all().constData());
        const QJsonValue one = after.json()["schedules"_L1][0];
        QCOMPARE(stateIn(after), u"same"_s);
        QCOMPARE(one["scheduler"_L1].toString(), u"systemd"_s);
        QVERIFY(one["isActive"_L1].toBool());
        QCOMPARE(one["next"_L1].toString(), u"2037-01-01T06:01:13Z"_s);
        QVERIFY(one["isNextOfScheduler"_L1].toBool());
    }

    // Once for a schedule, so that what was missed before a repair stays so.
    void handOverIsNotedOnce()
    {
        const auto notes = [this] { return m_desk->data->history().scheduleNotes(id(), -1).value(); };
        const QDateTime before = QDateTime::currentDateTimeUtc();
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        QCOMPARE(notes().size(), 1);
        QCOMPARE(notes().first().what, History::Noted::HandedOver);
        QVERIFY(notes().first().due >= before.addMSecs(-1));
        QVERIFY(writeCredentials());
        QCOMPARE(schedule({u"install"_s, name, u"--credentials"_s, credentials()}).code, 0);
        QCOMPARE(notes().size(), 1);

        Profiles::Profile changed = m_desk->store.profiles().first();
        changed.schedule = daily(7);
        QVERIFY(m_desk->store.save(changed));
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        QCOMPARE(notes().size(), 2);
    }

    // A timer with a stamp of an earlier schedule starts its service as soon as it is started itself.
    void whatWasDueBeforeTheHandOverIsNotRun()
    {
        QVERIFY(writeCredentials());
        QVERIFY(QFile(m_place->filePath(u"eager"_s)).open(QIODevice::WriteOnly));
        Profiles::Profile profile = m_desk->store.profiles().first();
        const QTime time = QDateTime::currentDateTimeUtc().addSecs(-3 * 60).time();
        profile.schedule = Profiles::Automatically{.timetable = Support::daily({time.hour(), time.minute()}, u"UTC"_s)};
        QVERIFY(m_desk->store.save(profile));
        QProcessEnvironment environment = m_place->environment();
        environment.insert(u"CREDENTIALS_DIRECTORY"_s, credentials());
        QCOMPARE(call(arguments({u"schedule"_s, u"repair"_s}), environment).code, 0);
        const QByteArray started = read(m_place->filePath(u"eager"_s));
        QVERIFY2(started.startsWith("0\n"), started.constData());
        QVERIFY2(m_desk->data->history().allRuns().value().isEmpty(), started.constData());
    }

    void secretReachesNeitherUnitNorCall()
    {
        QVERIFY(writeCredentials());
        const Output installed = schedule({u"install"_s, name, u"--credentials"_s, credentials()});
        QVERIFY2(installed.code == 0, installed.all().constData());
        const QByteArray service = unit(u".service"_s);
        QVERIFY(service.contains("LoadCredential=domo-client-secret:" + credentials().toUtf8()));
        const QByteArray everything =
            service + unit(u".timer"_s) + read(m_place->filePath(u"calls"_s)) + installed.all();
        for (const Core::Login &login : {m_sandbox->domo(), m_sandbox->workiva()})
            QVERIFY(!everything.contains(login.secret.text().toUtf8()));
    }

    void wrongSecretFailsTheTestThroughTheScheduler()
    {
        QVERIFY(writeCredentials());
        QVERIFY(writeCredential(u"workiva-client-secret"_s, "wrong"));
        const Output installed = schedule({u"install"_s, name, u"--credentials"_s, credentials()});
        QVERIFY2(installed.code == 13, installed.all().constData());
        QVERIFY2(installed.out.contains("Workiva: sign-in"), installed.all().constData());
        QCOMPARE(stateIn(schedule({u"list"_s, u"--json"_s})), u"same"_s); // it is handed over all the same
    }

    void fileOfOthersIsRefused()
    {
        QVERIFY(writeCredentials());
        QVERIFY(QFile::setPermissions(credentials() + u"/domo-client-secret"_s,
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        const Output installed = schedule({u"install"_s, name, u"--credentials"_s, credentials()});
        QVERIFY2(installed.code == 2 && installed.err.contains("chmod 600"), installed.all().constData());
        QVERIFY(unit(u".timer"_s).isEmpty());
    }

    // The terminal's environment is not that of a scheduled run.
    void secretsOfTheTerminalAreNotEnough()
    {
        QProcessEnvironment environment = m_place->environment();
        const QProcessEnvironment withSecrets = credentialsOf(*m_sandbox);
        for (const QString &variable :
             {u"DOMO_CLIENT_ID"_s, u"DOMO_CLIENT_SECRET"_s, u"WORKIVA_CLIENT_ID"_s, u"WORKIVA_CLIENT_SECRET"_s})
            environment.insert(variable, withSecrets.value(variable));
        const Output installed = call(arguments({u"schedule"_s, u"install"_s, name}), environment);
        QVERIFY2(installed.code == 13 && installed.out.contains("--credentials"), installed.all().constData());
    }

    void repairMakesEverythingTheSame()
    {
        QVERIFY(schedule({u"repair"_s}).code == 0);
        QCOMPARE(stateIn(schedule({u"list"_s, u"--json"_s})), u"same"_s);

        Profiles::Profile changed = m_desk->store.profiles().first();
        changed.schedule = daily(7);
        QVERIFY(m_desk->store.save(changed));
        const Output differs = schedule({u"list"_s, u"--json"_s});
        QVERIFY2(differs.code == 13, differs.all().constData());
        QCOMPARE(differs.json()["schedules"_L1][0]["differences"_L1].toArray(), QJsonArray{u"schedule"_s});
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        QCOMPARE(stateIn(schedule({u"list"_s, u"--json"_s})), u"same"_s);

        changed.archived = true;
        QVERIFY(m_desk->store.save(changed));
        QCOMPARE(stateIn(schedule({u"list"_s, u"--json"_s})), u"notWanted"_s);
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        QVERIFY(unit(u".timer"_s).isEmpty());
        QCOMPARE(schedule({u"list"_s}).code, 0);
    }

    void removedScheduleIsGone()
    {
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        const Output removed = schedule({u"remove"_s, name});
        QVERIFY2(removed.code == 0, removed.all().constData());
        QVERIFY(unit(u".timer"_s).isEmpty() && unit(u".service"_s).isEmpty());
        QCOMPARE(schedule({u"remove"_s, u"Two"_s}).code, 2);
    }

    void cronTakesItWhereSystemdDoesNotAnswer()
    {
        QFile missing(m_place->filePath(u"missing"_s));
        QVERIFY(missing.open(QIODevice::WriteOnly) && missing.write("systemctl") > 0);
        missing.close();
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        const Output listed = schedule({u"list"_s, u"--json"_s});
        QCOMPARE(stateIn(listed), u"same"_s);
        QCOMPARE(listed.json()["schedules"_L1][0]["scheduler"_L1].toString(), u"cron"_s);
        QVERIFY(!listed.json()["schedules"_L1][0]["isNextOfScheduler"_L1].toBool());
        QVERIFY(read(m_place->filePath(u"crontab.txt"_s)).contains("0 6 * * *"));

        QVERIFY(missing.remove()); // once systemd answers, it takes it from cron
        QCOMPARE(schedule({u"list"_s}).code, 13);
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        QVERIFY(read(m_place->filePath(u"crontab.txt"_s)).isEmpty());
        QVERIFY(!unit(u".timer"_s).isEmpty());
    }

    void showHandsOverNothing_data()
    {
        QTest::addColumn<QString>("scheduler");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("systemd") << u"systemd"_s << QByteArray("OnCalendar=*-*-* 06:00:00 UTC");
        QTest::newRow("launchd") << u"launchd"_s << QByteArray("StartCalendarInterval");
        QTest::newRow("windows") << u"windows"_s << QByteArray("CalendarTrigger");
        QTest::newRow("cron") << u"cron"_s << QByteArray("0 6 * * *");
    }
    void showHandsOverNothing()
    {
        QFETCH(const QString, scheduler);
        QFETCH(const QByteArray, part);
        const Output shown = schedule({u"show"_s, name, u"--for"_s, scheduler});
        QVERIFY2(shown.code == 0 && shown.out.contains(part), shown.all().constData());
        QVERIFY2(shown.out.startsWith("Every day at 06:00 (UTC)."), shown.all().constData());
        QCOMPARE(shown.out.count(" 06:00 UTC\n"), 5);
        QVERIFY(unit(u".timer"_s).isEmpty() && !QFile::exists(m_place->filePath(u"crontab.txt"_s)));
        QCOMPARE(schedule({u"show"_s, name, u"--for"_s, u"anacron"_s}).code, 2);
    }

    void whatIsNotScheduledIsNotInstalled()
    {
        m_desk->addProfile(*m_sandbox, u"Manual"_s, u"D1:E9"_s, unitsName);
        QCOMPARE(schedule({u"install"_s, u"Manual"_s}).code, 2);
        QCOMPARE(schedule({u"install"_s}).code, 2);
        QCOMPARE(schedule({u"list"_s, u"--json"_s}).json()["schedules"_L1].toArray().size(), 1);
    }

    void doctorNamesTheScheduler()
    {
        QVERIFY(writeCredentials());
        QProcessEnvironment environment = m_place->environment();
        environment.insert(u"CREDENTIALS_DIRECTORY"_s, credentials());
        const auto doctor = [&] { return call(arguments({u"doctor"_s, name, u"--json"_s}), environment); };
        const Output missing = doctor();
        QVERIFY2(missing.code == 6, missing.all().constData());
        QCOMPARE(missing.json()["firstBroken"_L1]["link"_L1].toString(), u"scheduler"_s);
        QVERIFY(!read(m_place->filePath(u"calls"_s)).contains("enable")); // it starts nothing
        QCOMPARE(schedule({u"repair"_s}).code, 0);
        const Output sound = doctor();
        QVERIFY2(sound.code == 0, sound.all().constData());
        QCOMPARE(sound.json()["links"_L1].toArray().last()["link"_L1].toString(), u"scheduler"_s);
    }

private:
    bool addScheduled()
    {
        Profiles::Profile profile = m_desk->addProfile(*m_sandbox, name, u"A1:B9"_s, unitsName);
        profile.schedule = daily(6);
        return m_desk->store.save(profile).has_value();
    }

    [[nodiscard]] QString credentials() const { return m_place->filePath(u"keys"_s); }

    bool writeCredential(const QString &file, const QByteArray &content) const
    {
        QDir().mkpath(credentials());
        QFile made(credentials() + u'/' + file);
        return made.open(QIODevice::WriteOnly) && made.write(content) == content.size()
            && made.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    bool writeCredentials() const
    {
        const Core::Login domo = m_sandbox->domo();
        const Core::Login workiva = m_sandbox->workiva();
        return writeCredential(u"domo-client-id"_s, domo.clientId.toUtf8())
            && writeCredential(u"domo-client-secret"_s, domo.secret.text().toUtf8() + '\n')
            && writeCredential(u"workiva-client-id"_s, workiva.clientId.toUtf8())
            && writeCredential(u"workiva-client-secret"_s, workiva.secret.text().toUtf8() + '\n');
    }

    [[nodiscard]] QStringList arguments(const QStringList &words) const
    {
        return words + QStringList{u"--data-dir"_s, m_desk->folder.path()};
    }

    [[nodiscard]] Output schedule(const QStringList &words) const
    {
        return call(arguments(QStringList{u"schedule"_s} + words), m_place->environment());
    }

    [[nodiscard]] QString id() const { return m_desk->store.profiles().first().id; }

    [[nodiscard]] QByteArray unit(const QString &suffix) const
    {
        return read(m_place->unitFolder() + u"/workiva-writeback-"_s + id() + suffix);
    }

    static QString stateIn(const Output &listed) { return listed.json()["schedules"_L1][0]["state"_L1].toString(); }

    DataSetFolder m_datasets;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Support::StandInScheduler> m_place;
};

QTEST_GUILESS_MAIN(TestSchedules)
#include "tst_schedules.moc"
