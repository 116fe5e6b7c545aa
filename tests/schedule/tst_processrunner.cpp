#include "schedule/processrunner.h"

#include "schedule/schedulerfault.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Schedule;
using Reason = SchedulerFault::Reason;

namespace {

Command shell(const QString &script)
{
    return {u"/bin/sh"_s, {u"-c"_s, script}};
}

} // namespace

class TestProcessRunner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultIsWhatTheProgramLeft()
    {
        Command command = shell(u"cat; echo wrong >&2; exit 3"_s);
        command.input = "put in\n";
        QCOMPARE(runProcess(command), Core::Result<CommandResult>(CommandResult{3, "put in\n", "wrong\n"}));
    }

    void programsPrintEnglishAndUtc()
    {
        const auto result = runProcess(shell(u"echo $LC_ALL $TZ"_s));
        QVERIFY(result);
        QCOMPARE(result->output, "C.UTF-8 UTC\n");
    }

    void muchOutputIsReadWhole()
    {
        const auto result = runProcess(shell(u"head -c 2000000 /dev/zero"_s));
        QVERIFY(result);
        QCOMPARE(result->output.size(), 2'000'000);
    }

    void worksOnAThreadOfAPool()
    {
        Core::Result<CommandResult> result;
        QThreadPool pool;
        pool.start([&result] { result = runProcess(shell(u"echo done"_s)); });
        QVERIFY(pool.waitForDone());
        QVERIFY(result);
        QCOMPARE(result->output, "done\n");
    }

    void missingProgramIsAnError()
    {
        const auto result = runProcess({u"/none/systemctl"_s});
        QVERIFY(!result && result.error().cause.as<SchedulerFault>());
        QCOMPARE(result.error().kind, Core::ErrorKind::Scheduler);
        QCOMPARE(result.error().cause.as<SchedulerFault>()->reason, Reason::NoProgram);
    }

    void programThatDoesNotEndIsEnded()
    {
        Command command{u"sleep"_s, {u"1000"_s}};
        command.timeout = 100ms;
        const auto result = runProcess(command);
        QVERIFY(!result && result.error().cause.as<SchedulerFault>());
        QCOMPARE(result.error().cause.as<SchedulerFault>()->reason, Reason::NoAnswer);
    }

    void programIsStopped()
    {
        std::stop_source source;
        const QTemporaryDir folder;
        const QString begun = folder.filePath(u"begun"_s);
        Command command = shell(u"touch '%1'; exec sleep 1000"_s.arg(begun));
        command.stop = source.get_token();
        Core::Result<CommandResult> result;
        QThreadPool pool;
        pool.start([&result, &command] { result = runProcess(command); });
        QTRY_VERIFY(QFile::exists(begun));
        source.request_stop();
        QVERIFY(pool.waitForDone(15'000));
        QVERIFY(!result && result.error().cause.as<SchedulerFault>());
        QCOMPARE(result.error().cause.as<SchedulerFault>()->reason, Reason::NoAnswer);
    }

    void crashIsAnError()
    {
        const auto result = runProcess(shell(u"kill -9 $$"_s));
        QVERIFY(!result && result.error().cause.as<SchedulerFault>());
        QCOMPARE(result.error().cause.as<SchedulerFault>()->reason, Reason::NoAnswer);
    }
};

QTEST_GUILESS_MAIN(TestProcessRunner)
#include "tst_processrunner.moc"
