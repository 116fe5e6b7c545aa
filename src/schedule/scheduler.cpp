#include "schedule/scheduler.h"

#include "schedule/schedulerfault.h"

using namespace Qt::StringLiterals;

namespace Schedule {

QString name(SchedulerKind kind)
{
    switch (kind) {
    case SchedulerKind::Systemd: return u"systemd"_s;
    case SchedulerKind::Launchd: return u"launchd"_s;
    case SchedulerKind::Windows: return u"windows"_s;
    case SchedulerKind::Cron: return u"cron"_s;
    }
    Q_UNREACHABLE();
}

std::optional<SchedulerKind> schedulerKind(const QString &text)
{
    for (int kind = 0; kind <= int(lastSchedulerKind); ++kind) {
        if (name(SchedulerKind(kind)) == text)
            return SchedulerKind(kind);
    }
    return {};
}

Core::Result<CommandResult> runWell(const CommandRunner &run, const Command &command)
{
    auto result = run(command);
    if (!result || result->code == 0)
        return result;
    return refusedBy(command, *result);
}

Core::Failure refusedBy(const Command &command, const CommandResult &result)
{
    const QByteArray said = result.errors.trimmed().isEmpty() ? result.output : result.errors;
    return Core::fail(Core::ErrorKind::Scheduler, command.program + u' ' + command.arguments.join(u' '),
                      QString::fromUtf8(said).trimmed(), SchedulerFault{SchedulerFault::Reason::Refused});
}

Core::Result<void> checkWithoutCredentials(const Handover &handover)
{
    if (!handover.credentials.isEmpty())
        return Core::fail(Core::ErrorKind::InvalidInput, {}, {}, HandoverFault{HandoverFault::Reason::Credentials});
    return check(handover);
}

} // namespace Schedule
