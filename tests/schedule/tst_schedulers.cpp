#include "schedule/schedulers.h"

#include "schedule/schedulerfault.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;

class TestSchedulers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstOneFitsTheComputer_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QStringList>("programs"); // that are there
        QTest::addColumn<QStringList>("expected");
        const QString linux = u"linux"_s;
        QTest::newRow("both of Linux") << linux << QStringList{u"systemctl"_s, u"crontab"_s}
                                       << QStringList{u"systemd"_s, u"cron"_s};
        QTest::newRow("systemd") << linux << QStringList{u"systemctl"_s} << QStringList{u"systemd"_s};
        QTest::newRow("cron") << linux << QStringList{u"crontab"_s} << QStringList{u"cron"_s};
        QTest::newRow("none") << linux << QStringList() << QStringList();
        QTest::newRow("macOS") << u"darwin"_s << QStringList() << QStringList{u"launchd"_s};
        QTest::newRow("Windows") << u"winnt"_s << QStringList() << QStringList{u"windows"_s};
    }
    void firstOneFitsTheComputer()
    {
        QFETCH(const QString, system);
        QFETCH(const QStringList, programs);
        QFETCH(const QStringList, expected);
        const QTemporaryDir folder;
        const CommandRunner run = [&programs](const Command &command) -> Core::Result<CommandResult> {
            if (programs.contains(command.program))
                return CommandResult{};
            return Core::fail(Core::ErrorKind::Scheduler, command.program, {}, SchedulerFault{});
        };
        const auto found = schedulersIn(
            {system, run, folder.path(), folder.path(), QTimeZone::utc(), QDateTime::currentDateTimeUtc()});
        QStringList names;
        for (const auto &one : found)
            names.append(name(one->kind()));
        QCOMPARE(names, expected);
    }

    void namesAreReadBack()
    {
        for (int kind = 0; kind <= int(lastSchedulerKind); ++kind)
            QCOMPARE(schedulerKind(name(SchedulerKind(kind))), std::optional(SchedulerKind(kind)));
        QVERIFY(!schedulerKind(u"anacron"_s));
    }
};

QTEST_GUILESS_MAIN(TestSchedulers)
#include "tst_schedulers.moc"
