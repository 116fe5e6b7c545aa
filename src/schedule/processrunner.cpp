#include "schedule/processrunner.h"

#include "schedule/schedulerfault.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>

#include <algorithm>
#include <chrono>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

constexpr std::chrono::nanoseconds glance = std::chrono::milliseconds(100); // within which it is stopped

QProcessEnvironment environmentOfCommands()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
#ifdef Q_OS_LINUX
    const QString key = u"XDG_RUNTIME_DIR"_s;
    const QString folder = u"/run/user/%1"_s.arg(getuid());
    if (!environment.contains(key) && QDir(folder).exists())
        environment.insert(key, folder);
#endif
    return environment;
}

Core::Failure fault(SchedulerFault::Reason reason, const Command &command, const QString &detail)
{
    return Core::fail(Core::ErrorKind::Scheduler, command.program, detail, SchedulerFault{reason});
}

bool waitForEnd(QProcess &process, const Command &command)
{
    const QDeadlineTimer limit(command.timeout);
    while (!limit.hasExpired() && !command.stop.stop_requested()) {
        const auto wait =
            std::chrono::ceil<std::chrono::milliseconds>(std::min(glance, limit.remainingTimeAsDuration()));
        if (process.waitForFinished(int(wait.count())))
            return true;
        if (process.state() == QProcess::NotRunning)
            return true; // before it was waited for
    }
    return false;
}

} // namespace

Core::Result<CommandResult> runProcess(const Command &command)
{
    using Reason = SchedulerFault::Reason;
    const int limit = int(command.timeout.count());
    QProcess process;
    process.setProcessEnvironment(environmentOfCommands());
    process.start(command.program, command.arguments);
    if (!process.waitForStarted(limit))
        return fault(Reason::NoProgram, command, process.errorString());
    process.write(command.input);
    process.closeWriteChannel();
    if (!waitForEnd(process, command)) {
        const QString detail = process.errorString();
        process.kill();
        process.waitForFinished(limit);
        return fault(Reason::NoAnswer, command, detail);
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return fault(Reason::NoAnswer, command, process.errorString());
    return CommandResult{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace Schedule
