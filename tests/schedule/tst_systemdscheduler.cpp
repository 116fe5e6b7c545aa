#include "schedule/systemdscheduler.h"

#include "schedule/faultyrunner.h"
#include "schedule/handovers.h"
#include "schedule/systemdunit.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;
using Fault = Support::FaultyRunner::Fault;
using Reason = SchedulerFault::Reason;

namespace {

// What systemctl does to the units of a folder.
class FakeSystemd
{
public:
    QMap<QString, QByteArray> files() const
    {
        QMap<QString, QByteArray> found;
        const QDir place(folder());
        for (const QString &name : place.entryList(QDir::Files)) {
            QFile file(place.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                found.insert(name, file.readAll());
        }
        return found;
    }

    bool write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(folder());
        QFile file(folder() + u'/' + name);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    QString folder() const { return m_place.filePath(u"systemd/user"_s); }

    // Everything that it has.
    auto state() const { return std::tuple(files(), loaded, enabled, active); }

    CommandResult answer(const Command &command)
    {
        const QStringList words = command.arguments;
        if (command.program != "systemctl"_L1 || words.value(0) != "--user"_L1)
            return {127};
        const QString verb = words.value(1);
        if (verb == "show"_L1)
            return words.value(2) == "--property=Version"_L1 ? CommandResult{0, "Version=252\n"} : shown(words.mid(3));
        if (verb == "daemon-reload"_L1) {
            loaded = files();
            return {};
        }
        const QString unit = words.back();
        if (!files().contains(unit) && !loaded.contains(unit))
            return {1, {}, "no such unit"};
        if (verb == "enable"_L1)
            enabled.insert(unit);
        else if (verb == "disable"_L1)
            enabled.remove(unit);
        else if (verb == "restart"_L1 && m_isBroken)
            return {1, {}, "bad unit file setting"};
        else if (verb == "restart"_L1)
            active.insert(unit);
        if (verb == "stop"_L1 || words.contains(u"--now"_s))
            active.remove(unit);
        return {};
    }

    void breakRestart() { m_isBroken = true; }

    QMap<QString, QByteArray> loaded;
    QSet<QString> enabled;
    QSet<QString> active;
    QString next = u"Sat 2026-11-28 06:01:13 UTC"_s;

private:
    CommandResult shown(const QStringList &units) const
    {
        QStringList paragraphs;
        for (const QString &unit : units) {
            const bool isThere = loaded.contains(unit);
            QStringList lines{u"Id="_s + unit, u"LoadState="_s + (isThere ? u"loaded"_s : u"not-found"_s),
                              u"ActiveState="_s + (active.contains(unit) ? u"active"_s : u"inactive"_s)};
            if (isThere)
                lines << u"FragmentPath="_s + folder() + u'/' + unit
                      << u"UnitFileState="_s + (enabled.contains(unit) ? u"enabled"_s : u"disabled"_s)
                      << u"NeedDaemonReload="_s + (loaded.value(unit) == files().value(unit) ? u"no"_s : u"yes"_s);
            if (active.contains(unit))
                lines << u"NextElapseUSecRealtime="_s + next;
            paragraphs.append(lines.join(u'\n'));
        }
        return {0, paragraphs.join(u"\n\n"_s).toUtf8() + '\n'};
    }

    QTemporaryDir m_place;
    bool m_isBroken = false;
};

Handover daily(int hour)
{
    return Support::handover({.timetable = Support::daily({hour, 0})});
}

} // namespace

class TestSystemdScheduler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_systemd = std::make_unique<FakeSystemd>();
        m_runner = std::make_unique<Support::FaultyRunner>(
            [this](const Command &command) { return m_systemd->answer(command); });
    }

    void installedScheduleIsFound()
    {
        SystemdScheduler scheduler = make();
        QVERIFY(scheduler.installed() && scheduler.installed()->isEmpty());
        QVERIFY(scheduler.install(daily(6)));
        const auto found = scheduler.installed();
        QVERIFY(found && found->size() == 1);
        const Installed &one = found->front();
        QCOMPARE(one.scheduler, SchedulerKind::Systemd);
        QCOMPARE(one.profileId, daily(6).profileId);
        QVERIFY(one.handover == daily(6));
        QVERIFY(one.isAsMade);
        QVERIFY(one.isActive == true);
        QCOMPARE(one.next, std::optional(QDateTime(QDate(2026, 11, 28), QTime(6, 1, 13), Qt::UTC)));
        for (const QString &name : m_systemd->files().keys())
            QCOMPARE(QFile::permissions(m_systemd->folder() + u'/' + name)
                         & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
    }

    void installingAgainUpdates()
    {
        SystemdScheduler scheduler = make();
        QVERIFY(scheduler.install(daily(6)));
        QVERIFY(scheduler.install(daily(7)));
        const auto found = scheduler.installed();
        QVERIFY(found && found->size() == 1);
        QVERIFY(found->front().handover == daily(7) && found->front().isActive == true);
    }

    void removalLeavesNothing()
    {
        SystemdScheduler scheduler = make();
        QVERIFY(m_systemd->write(u"workiva-writeback-mine.timer"_s, "[Timer]\nOnCalendar=daily\n")); // a person's own
        m_systemd->loaded = m_systemd->files();
        const auto before = m_systemd->state();
        QVERIFY(scheduler.install(daily(6)));
        QVERIFY(scheduler.remove(daily(6).profileId));
        QVERIFY(m_systemd->state() == before);
        QVERIFY(scheduler.remove(daily(6).profileId)); // again
        QVERIFY(scheduler.installed() && scheduler.installed()->isEmpty());
    }

    // Whichever command fails, however: everything is as before, or the fault says what is left.
    void failureHalfWayIsUndone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("isLasting");
        for (const QString &what : {u"install"_s, u"update"_s, u"remove"_s}) {
            QTest::addRow("%s, refused", qPrintable(what)) << what << Fault::Refused << false;
            QTest::addRow("%s, refused from then on", qPrintable(what)) << what << Fault::Refused << true;
            QTest::addRow("%s, no answer", qPrintable(what)) << what << Fault::NoAnswer << false;
            QTest::addRow("%s, no answer from then on", qPrintable(what)) << what << Fault::NoAnswer << true;
        }
    }
    void failureHalfWayIsUndone()
    {
        QFETCH(const QString, what);
        QFETCH(const Fault, fault);
        QFETCH(const bool, isLasting);
        int undone = 0;
        for (int number = 0;; ++number) {
            init();
            SystemdScheduler scheduler = make();
            if (what != "install"_L1)
                QVERIFY(scheduler.install(daily(6)));
            const auto before = m_systemd->state();
            m_runner->failAt(number, fault, isLasting);
            const auto done = what == "remove"_L1 ? scheduler.remove(daily(6).profileId) : scheduler.install(daily(7));
            if (m_runner->count() <= number) {
                QVERIFY(done);
                break;
            }
            QVERIFY(!done);
            QCOMPARE(done.error().kind, Core::ErrorKind::Scheduler);
            const auto *cause = done.error().cause.as<SchedulerFault>();
            QVERIFY(cause);
            QCOMPARE(cause->reason, fault == Fault::Refused ? Reason::Refused : Reason::NoAnswer);
            QVERIFY2(m_systemd->state() == before || !cause->left.isEmpty(), qPrintable(QString::number(number)));
            if (!isLasting)
                QVERIFY2(m_systemd->state() == before, qPrintable(QString::number(number)));
            undone += cause->left.isEmpty() ? 1 : 0;
        }
        QVERIFY(undone > 0);
    }

    void switchedOffScheduleStaysSoAfterAFailure()
    {
        SystemdScheduler scheduler = make();
        QVERIFY(scheduler.install(daily(6)));
        m_systemd->enabled.clear();
        m_systemd->active.clear();
        const auto found = scheduler.installed();
        QVERIFY(found && found->front().isActive == false && !found->front().next);
        const auto before = m_systemd->state();
        m_systemd->breakRestart();
        QVERIFY(!scheduler.install(daily(7)));
        QVERIFY(m_systemd->state() == before);
    }

    void unitThatIsNotLoadedIsNotInstalled()
    {
        FakeSystemd &systemd = *m_systemd;
        SystemdScheduler scheduler(
            [&systemd](const Command &command) -> Core::Result<CommandResult> {
                CommandResult result = systemd.answer(command);
                result.output.replace("LoadState=loaded", "LoadState=bad-setting");
                return result;
            },
            systemd.folder());
        const auto done = scheduler.install(daily(6));
        QVERIFY(!done && done.error().cause.as<SchedulerFault>());
        QCOMPARE(done.error().cause.as<SchedulerFault>()->reason, Reason::NotKept);
        QVERIFY(systemd.files().isEmpty());
    }

    void foreignUnitIsNotTouched_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("timer") << u".timer"_s;
        QTest::newRow("service") << u".service"_s;
    }
    void foreignUnitIsNotTouched()
    {
        QFETCH(const QString, suffix);
        QVERIFY(m_systemd->write(systemdName(daily(6).profileId) + suffix, "[Unit]\nDescription=mine\n"));
        const auto before = m_systemd->state();
        SystemdScheduler scheduler = make();
        for (const auto &done : {scheduler.install(daily(6)), scheduler.remove(daily(6).profileId)}) {
            QVERIFY(!done && done.error().cause.as<SchedulerFault>());
            QCOMPARE(done.error().cause.as<SchedulerFault>()->reason, Reason::NotOurs);
        }
        QVERIFY(m_systemd->state() == before);
    }

    void changedTextIsNoticed_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("timer") << u".timer"_s;
        QTest::newRow("service") << u".service"_s;
    }
    void changedTextIsNoticed()
    {
        QFETCH(const QString, suffix);
        SystemdScheduler scheduler = make();
        QVERIFY(scheduler.install(daily(6)));
        const QString name = systemdName(daily(6).profileId) + suffix;
        QVERIFY(m_systemd->write(name, m_systemd->files().value(name) + "# a note\n"));
        const auto found = scheduler.installed();
        QVERIFY(found && found->front().handover == daily(6));
        QVERIFY(!found->front().isAsMade);
        QVERIFY(found->front().isActive == false); // until it is loaded
    }

    void unreadableRecordIsListed()
    {
        SystemdScheduler scheduler = make();
        QVERIFY(scheduler.install(daily(6)));
        const QString name = systemdName(daily(6).profileId) + u".timer"_s;
        QVERIFY(m_systemd->write(name, m_systemd->files().value(name).replace("Record={", "Record=[")));
        const auto found = scheduler.installed();
        QVERIFY(found && found->size() == 1 && !found->front().handover);
        QCOMPARE(found->front().handover.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(scheduler.remove(daily(6).profileId)); // it is ours
    }

    void silentSystemdIsUsedOnlyIfItHasSomething()
    {
        QVERIFY(make().isUsed());
        m_runner->failAt(0, Fault::Refused, true);
        QVERIFY(!make().isUsed());
        m_runner->failAt(-1, Fault::Refused);
        QVERIFY(make().install(daily(6)));
        m_runner->failAt(0, Fault::Refused, true);
        QVERIFY(make().isUsed());
        QVERIFY(!make().installed());
    }

    void folderThatCannotBeWrittenIsAnError()
    {
        QTemporaryDir place;
        QFile file(place.filePath(u"systemd"_s)); // in place of a folder
        QVERIFY(file.open(QIODevice::WriteOnly));
        SystemdScheduler scheduler(m_runner->runner(), place.filePath(u"systemd/user"_s));
        const auto done = scheduler.install(daily(6));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Core::ErrorKind::Disk);
    }

    void impossibleHandoverReachesNobody()
    {
        Handover handover = daily(6);
        handover.profileId = u"../other"_s;
        QVERIFY(!make().install(handover));
        QCOMPARE(m_runner->count(), 0);
    }

private:
    [[nodiscard]] SystemdScheduler make() { return SystemdScheduler(m_runner->runner(), m_systemd->folder()); }

    std::unique_ptr<FakeSystemd> m_systemd;
    std::unique_ptr<Support::FaultyRunner> m_runner;
};

QTEST_GUILESS_MAIN(TestSystemdScheduler)
#include "tst_systemdscheduler.moc"
