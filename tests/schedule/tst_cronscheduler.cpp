#include "schedule/cronscheduler.h"

#include "schedule/crontab.h"
#include "schedule/faultyrunner.h"
#include "schedule/handovers.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;
using Fault = Support::FaultyRunner::Fault;
using Reason = SchedulerFault::Reason;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);
const QByteArray ofAPerson = "MAILTO=\"\"\n# caf\xe9\n5 4 * * * backup\n"; // not UTF-8

Handover daily(int hour)
{
    return Support::handover({.timetable = Support::daily({hour, 0})});
}

} // namespace

class TestCronScheduler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_crontab = ofAPerson;
        m_failing = {};
        m_runner = std::make_unique<Support::FaultyRunner>([this](const Command &command) { return answer(command); });
    }

    void installedScheduleIsFound()
    {
        CronScheduler scheduler = make();
        QVERIFY(scheduler.installed() && scheduler.installed()->isEmpty());
        QVERIFY(scheduler.install(daily(6)));
        QVERIFY(scheduler.install(daily(7))); // in its place
        const auto found = scheduler.installed();
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->front().profileId, daily(7).profileId);
        QVERIFY(found->front().handover == daily(7));
        QVERIFY(found->front().isAsMade);
        QVERIFY(!found->front().isActive && !found->front().next); // cron does not tell
        QVERIFY(m_crontab->startsWith(ofAPerson));
        QVERIFY(m_crontab->contains("jörg")); // in UTF-8, as the path is
    }

    void removalLeavesEverythingElse()
    {
        CronScheduler scheduler = make();
        QVERIFY(scheduler.install(daily(6)));
        QVERIFY(scheduler.remove(daily(6).profileId));
        QCOMPARE(*m_crontab, ofAPerson);
        QVERIFY(scheduler.remove(daily(6).profileId)); // again
    }

    void firstCrontabIsMade()
    {
        m_crontab.reset();
        QVERIFY(make().install(daily(6)));
        QCOMPARE(*m_crontab, crontabLines(daily(6), berlin, now)->toUtf8());
    }

    void lineWithoutEndStaysALine()
    {
        m_crontab = "5 4 * * * backup";
        QVERIFY(make().install(daily(6)));
        QVERIFY(m_crontab->startsWith("5 4 * * * backup\n#"));
    }

    // Otherwise the crontab that could not be read would be replaced.
    void unreadableCrontabIsNotReplaced()
    {
        m_failing = CommandResult{1, {}, "crontabs/me: Permission denied"};
        for (const auto &done : {make().install(daily(6)), make().remove(daily(6).profileId)}) {
            QVERIFY(!done);
            QCOMPARE(done.error().kind, Core::ErrorKind::Scheduler);
        }
        QVERIFY(!make().installed());
        QCOMPARE(*m_crontab, ofAPerson);
    }

    void failureHalfWayIsUndone_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("isLasting");
        QTest::newRow("refused") << Fault::Refused << false;
        QTest::newRow("refused from then on") << Fault::Refused << true;
        QTest::newRow("no answer") << Fault::NoAnswer << false;
        QTest::newRow("no answer from then on") << Fault::NoAnswer << true;
    }
    void failureHalfWayIsUndone()
    {
        QFETCH(const Fault, fault);
        QFETCH(const bool, isLasting);
        for (int number = 0;; ++number) {
            init();
            m_runner->failAt(number, fault, isLasting);
            const auto done = make().install(daily(6));
            if (m_runner->count() <= number) {
                QVERIFY(done);
                break;
            }
            QVERIFY(!done);
            const auto *cause = done.error().cause.as<SchedulerFault>();
            QVERIFY(cause);
            QVERIFY2(*m_crontab == ofAPerson || !cause->left.isEmpty(), qPrintable(QString::number(number)));
            if (!isLasting)
                QCOMPARE(*m_crontab, ofAPerson);
        }
    }

    void crontabThatIsNotKeptIsAnError()
    {
        m_isForgetful = true;
        const auto done = make().install(daily(6));
        m_isForgetful = false;
        QVERIFY(!done && done.error().cause.as<SchedulerFault>());
        QCOMPARE(done.error().cause.as<SchedulerFault>()->reason, Reason::NotKept);
    }

    void changedLineIsNoticed()
    {
        QVERIFY(make().install(daily(6)));
        m_crontab->replace("0 6 * * *", "0 5 * * *");
        const auto found = make().installed();
        QVERIFY(found && found->front().handover == daily(6));
        QVERIFY(!found->front().isAsMade);
    }

    void otherTimeZoneOfTheComputerIsNoticed()
    {
        QVERIFY(make().install(daily(6)));
        const auto found = CronScheduler(m_runner->runner(), QTimeZone("Asia/Kolkata"), now).installed();
        QVERIFY(found && !found->front().isAsMade);
    }

    void credentialsAreRefused()
    {
        Handover handover = daily(6);
        handover.credentials = {{u"domo-client-secret"_s, u"/keys/domo-client-secret"_s}};
        const auto done = make().install(handover);
        QVERIFY(!done && done.error().cause.as<HandoverFault>());
        QCOMPARE(done.error().cause.as<HandoverFault>()->reason, HandoverFault::Reason::Credentials);
    }

private:
    [[nodiscard]] CronScheduler make() { return CronScheduler(m_runner->runner(), berlin, now); }

    CommandResult answer(const Command &command)
    {
        if (m_failing)
            return *m_failing;
        if (command.arguments == QStringList{u"-l"_s})
            return m_crontab ? CommandResult{0, *m_crontab} : CommandResult{1, {}, "no crontab for me\n"};
        if (!m_isForgetful)
            m_crontab = command.input;
        return {};
    }

    std::optional<QByteArray> m_crontab;
    std::optional<CommandResult> m_failing;
    bool m_isForgetful = false;
    std::unique_ptr<Support::FaultyRunner> m_runner;
};

QTEST_GUILESS_MAIN(TestCronScheduler)
#include "tst_cronscheduler.moc"
