#include "schedule/taskscheduler.h"

#include "schedule/faultyrunner.h"
#include "schedule/handovers.h"
#include "schedule/taskxml.h"

#include <QStringConverter>
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

class TestTaskScheduler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tasks = {{u"\\Microsoft\\Update"_s, "<Task/>"}, {taskName(u"mine"_s), "<Task/>"}};
        m_runner = std::make_unique<Support::FaultyRunner>([this](const Command &command) { return answer(command); });
    }

    void installedScheduleIsFound()
    {
        TaskScheduler scheduler = make();
        QVERIFY(scheduler.installed() && scheduler.installed()->isEmpty());
        QVERIFY(scheduler.install(daily(6)));
        QVERIFY(scheduler.install(daily(7)));
        const auto found = scheduler.installed();
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->front().profileId, daily(7).profileId);
        QVERIFY(found->front().handover == daily(7));
        QVERIFY(found->front().isActive == true && !found->front().next);
    }

    void disabledTaskIsNotActive()
    {
        QVERIFY(make().install(daily(6)));
        QByteArray &task = m_tasks[taskName(daily(6).profileId)];
        const QString text = QStringDecoder(QStringConverter::Utf16LE)(task);
        const qsizetype settings = text.indexOf(u"<Settings>"_s);
        QString changed = text;
        changed.replace(text.indexOf(u"<Enabled>true"_s, settings), 13, u"<Enabled>false"_s);
        task = changed.toLatin1(); // as schtasks prints it
        QVERIFY(make().installed()->front().isActive == false);
        QVERIFY(make().installed()->front().handover == daily(6));
    }

    void removalLeavesEverythingElse()
    {
        const auto before = m_tasks;
        QVERIFY(make().install(daily(6)));
        QVERIFY(make().remove(daily(6).profileId));
        QVERIFY(m_tasks == before);
        QVERIFY(make().remove(daily(6).profileId)); // again
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
            const auto before = m_tasks;
            m_runner->failAt(number, fault, isLasting);
            const auto done = what == "remove"_L1 ? make().remove(daily(6).profileId) : make().install(daily(7));
            if (m_runner->count() <= number) {
                QVERIFY(done);
                break;
            }
            if (what == "remove"_L1 && done) { // there was no answer, but it was done
                QVERIFY(!m_tasks.contains(taskName(daily(6).profileId)));
                continue;
            }
            QVERIFY(!done);
            const auto *cause = done.error().cause.as<SchedulerFault>();
            QVERIFY(cause);
            QVERIFY2(m_tasks == before || !cause->left.isEmpty(), qPrintable(QString::number(number)));
        }
    }

    void foreignTaskIsNotTouched()
    {
        Handover handover = daily(6);
        handover.profileId = u"mine"_s;
        const auto before = m_tasks;
        for (const auto &done : {make().install(handover), make().remove(handover.profileId)}) {
            QVERIFY(!done && done.error().cause.as<SchedulerFault>());
            QCOMPARE(done.error().cause.as<SchedulerFault>()->reason, Reason::NotOurs);
        }
        QVERIFY(m_tasks == before);
    }

private:
    [[nodiscard]] TaskScheduler make() { return TaskScheduler(m_runner->runner(), berlin, now); }

    CommandResult answer(const Command &command)
    {
        const QStringList &words = command.arguments;
        const QString name = words.value(words.indexOf(u"/tn"_s) + 1);
        const QString verb = words.value(0);
        if (verb == "/create"_L1) {
            QFile file(words.value(words.indexOf(u"/xml"_s) + 1));
            if (!file.open(QIODevice::ReadOnly))
                return {1, {}, "ERROR: The system cannot find the file specified."};
            m_tasks.insert(name, file.readAll());
            return {};
        }
        if (verb == "/delete"_L1)
            return {m_tasks.remove(name) ? 0 : 1};
        if (words.contains(u"/xml"_s))
            return m_tasks.contains(name) ? CommandResult{0, m_tasks.value(name)} : CommandResult{1, {}, "ERROR"};
        QByteArray lines;
        for (const QString &task : m_tasks.keys()) {
            for (int trigger = 0; trigger < 2; ++trigger)
                lines += '"' + task.toLocal8Bit() + "\",\"28.11.2026 06:00:00\",\"Bereit\"\r\n";
        }
        return {0, lines};
    }

    QMap<QString, QByteArray> m_tasks; // as XML, by name
    std::unique_ptr<Support::FaultyRunner> m_runner;
};

QTEST_GUILESS_MAIN(TestTaskScheduler)
#include "tst_taskscheduler.moc"
