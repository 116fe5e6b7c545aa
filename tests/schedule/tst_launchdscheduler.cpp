#include "schedule/launchdscheduler.h"

#include "schedule/faultyrunner.h"
#include "schedule/handovers.h"
#include "schedule/launchdagent.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;
using Fault = Support::FaultyRunner::Fault;
using Reason = SchedulerFault::Reason;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);

Handover daily(int hour)
{
    return Support::handover({.timetable = Support::daily({hour, 0})});
}

} // namespace

class TestLaunchdScheduler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_loaded.reset();
        m_runner = std::make_unique<Support::FaultyRunner>([this](const Command &command) { return answer(command); });
    }

    void installedScheduleIsFound()
    {
        LaunchdScheduler scheduler = make();
        QVERIFY(scheduler.installed() && scheduler.installed()->isEmpty());
        QVERIFY(scheduler.install(daily(6)));
        QVERIFY(scheduler.install(daily(7)));
        const auto found = scheduler.installed();
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->front().profileId, daily(7).profileId);
        QVERIFY(found->front().handover == daily(7));
        QVERIFY(found->front().isAsMade && found->front().isActive == true && !found->front().next);
        m_loaded.reset();
        QVERIFY(scheduler.installed()->front().isActive == false);
    }

    void removalLeavesNothing()
    {
        LaunchdScheduler scheduler = make();
        QVERIFY(scheduler.install(daily(6)));
        QVERIFY(scheduler.remove(daily(6).profileId));
        QVERIFY(!m_loaded && file().isEmpty());
        QVERIFY(scheduler.remove(daily(6).profileId)); // again
    }

    void failureHalfWayIsUndone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("isLasting");
        for (const QString &what : {u"install"_s, u"update"_s, u"remove"_s}) {
            QTest::addRow("%s, refused", qPrintable(what)) << what << Fault::Refused << false;
            QTest::addRow("%s, refused from then on", qPrintable(what)) << what << Fault::Refused << true;
            QTest::addRow("%s, no answer", qPrintable(what)) << what << Fault::NoAnswer << false;
        }
    }
    void failureHalfWayIsUndone()
    {
        QFETCH(const QString, what);
        QFETCH(const Fault, fault);
        QFETCH(const bool, isLasting);
        for (int number = 0;; ++number) {
            init();
            if (what != "install"_L1)
                QVERIFY(make().install(daily(6)));
            const auto before = std::pair(file(), m_loaded);
            m_runner->failAt(number, fault, isLasting);
            const auto done = what == "remove"_L1 ? make().remove(daily(6).profileId) : make().install(daily(7));
            if (m_runner->count() <= number) {
                QVERIFY(done);
                break;
            }
            QVERIFY(!done);
            const auto *cause = done.error().cause.as<SchedulerFault>();
            QVERIFY(cause);
            QVERIFY2(std::pair(file(), m_loaded) == before || !cause->left.isEmpty(),
                     qPrintable(QString::number(number)));
        }
    }

    void foreignAgentIsNotTouched()
    {
        QFile own(path());
        QVERIFY(QDir().mkpath(folder()) && own.open(QIODevice::WriteOnly) && own.write("<plist/>") > 0);
        own.close();
        for (const auto &done : {make().install(daily(6)), make().remove(daily(6).profileId)}) {
            QVERIFY(!done && done.error().cause.as<SchedulerFault>());
            QCOMPARE(done.error().cause.as<SchedulerFault>()->reason, Reason::NotOurs);
        }
        QCOMPARE(file(), "<plist/>");
        QVERIFY(make().installed() && make().installed()->isEmpty());
    }

private:
    [[nodiscard]] LaunchdScheduler make() { return LaunchdScheduler(m_runner->runner(), folder(), berlin, now); }
    [[nodiscard]] QString folder() const { return m_place->filePath(u"LaunchAgents"_s); }
    [[nodiscard]] QString path() const { return folder() + u'/' + launchdLabel(daily(6).profileId) + u".plist"_s; }

    [[nodiscard]] QByteArray file() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    CommandResult answer(const Command &command)
    {
        if (command.program == "id"_L1)
            return {0, "501\n"};
        const QString verb = command.arguments.value(0);
        const QString service = u"gui/501/"_s + launchdLabel(daily(6).profileId);
        if (verb == "bootstrap"_L1) {
            if (m_loaded || command.arguments != QStringList{verb, u"gui/501"_s, path()} || file().isEmpty())
                return {5, {}, "Input/output error"};
            m_loaded = file();
            return {};
        }
        if (command.arguments.value(1) != service || !m_loaded)
            return {113, {}, "Could not find service"};
        if (verb == "bootout"_L1)
            m_loaded.reset();
        return {0, "\tpath = " + path().toUtf8() + '\n'};
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::optional<QByteArray> m_loaded; // what launchd read
    std::unique_ptr<Support::FaultyRunner> m_runner;
};

QTEST_GUILESS_MAIN(TestLaunchdScheduler)
#include "tst_launchdscheduler.moc"
