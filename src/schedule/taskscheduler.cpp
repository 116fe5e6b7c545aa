#include "schedule/taskscheduler.h"

#include "schedule/schedulerfault.h"
#include "schedule/taskxml.h"

#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

using Reason = SchedulerFault::Reason;

Command schtasks(const QStringList &arguments)
{
    return {u"schtasks"_s, arguments};
}

Core::Error leaving(Core::Error error, const QString &left)
{
    const auto *fault = error.cause.as<SchedulerFault>();
    error.cause = SchedulerFault{fault ? fault->reason : Reason::NotKept, {left}};
    return error;
}

Core::Failure notKept(const QString &profileId)
{
    return Core::fail(Core::ErrorKind::Scheduler, taskName(profileId), {}, SchedulerFault{Reason::NotKept});
}

} // namespace

TaskScheduler::TaskScheduler(CommandRunner run, const QTimeZone &here, QDateTime now)
    : m_run(std::move(run)), m_here(here), m_now(std::move(now))
{
}

Core::Result<void> TaskScheduler::install(const Handover &handover)
{
    if (auto good = checkWithoutCredentials(handover); !good)
        return good;
    const auto task = taskXml(handover, m_here, m_now);
    if (!task)
        return Core::propagate(task);
    const QString &id = handover.profileId;
    const auto before = readOurs(id);
    if (!before)
        return Core::propagate(before);
    const auto done = create(id, *task).and_then([&]() -> Core::Result<void> {
        const auto kept = read(id);
        if (!kept)
            return Core::propagate(kept);
        const bool isKept = *kept && fromTaskXml(**kept) == handover && isTaskEnabled(**kept);
        return isKept ? Core::Result<void>() : notKept(id);
    });
    if (done)
        return {};
    const auto back = *before ? create(id, **before) : erase(id);
    return Core::fail(back ? done.error() : leaving(done.error(), taskName(id)));
}

Core::Result<void> TaskScheduler::remove(const QString &profileId)
{
    const auto before = readOurs(profileId);
    if (!before)
        return Core::propagate(before);
    if (!*before)
        return {};
    return erase(profileId);
}

Core::Result<QList<Installed>> TaskScheduler::installed()
{
    const auto names = ids();
    if (!names)
        return Core::propagate(names);
    QList<Installed> all;
    for (const QString &id : *names) {
        const auto task = read(id);
        if (!task)
            return Core::propagate(task);
        if (!*task)
            continue; // removed meanwhile
        auto handover = fromTaskXml(**task);
        if (!handover && handover.error().cause.as<NoRecord>())
            continue; // a person's own
        if (!handover)
            handover.error().subject = taskName(id);
        all.append({.scheduler = SchedulerKind::Windows,
                    .profileId = id,
                    .handover = std::move(handover),
                    .isActive = isTaskEnabled(**task)});
    }
    return all;
}

Core::Result<QStringList> TaskScheduler::ids() const
{
    return runWell(m_run, schtasks({u"/query"_s, u"/fo"_s, u"csv"_s, u"/nh"_s})).map([](const CommandResult &result) {
        QStringList found;
        const QString beginning = u'"' + taskFolder;
        for (const QString &line : QString::fromLocal8Bit(result.output).split(u'\n')) {
            if (line.startsWith(beginning))
                found.append(line.sliced(beginning.size()).section(u'"', 0, 0));
        }
        found.sort();
        found.removeDuplicates(); // a task with several triggers has several lines
        return found;
    });
}

Core::Result<std::optional<QByteArray>> TaskScheduler::read(const QString &profileId) const
{
    const auto all = ids();
    if (!all)
        return Core::propagate(all);
    if (!all->contains(profileId))
        return std::nullopt;
    return runWell(m_run, schtasks({u"/query"_s, u"/tn"_s, taskName(profileId), u"/xml"_s}))
        .map([](const CommandResult &result) { return std::optional(result.output); });
}

Core::Result<std::optional<QByteArray>> TaskScheduler::readOurs(const QString &profileId) const
{
    auto task = read(profileId);
    if (!task || !*task)
        return task;
    const auto handover = fromTaskXml(**task);
    if (!handover && handover.error().cause.as<NoRecord>())
        return Core::fail(Core::ErrorKind::Scheduler, taskName(profileId), {}, SchedulerFault{Reason::NotOurs});
    return task;
}

Core::Result<void> TaskScheduler::create(const QString &profileId, const QByteArray &task) const
{
    QTemporaryFile file;
    if (!file.open() || file.write(task) != task.size() || !file.flush())
        return Core::fail(Core::ErrorKind::Disk, file.fileName(), file.errorString());
    file.close(); // for schtasks to open it
    return runWell(m_run, schtasks({u"/create"_s, u"/tn"_s, taskName(profileId), u"/xml"_s, file.fileName(), u"/f"_s}))
        .map([](const CommandResult &) {});
}

Core::Result<void> TaskScheduler::erase(const QString &profileId) const
{
    const auto there = read(profileId);
    if (!there)
        return Core::propagate(there);
    if (!*there)
        return {};
    const auto erased = runWell(m_run, schtasks({u"/delete"_s, u"/tn"_s, taskName(profileId), u"/f"_s}));
    const auto left = read(profileId);
    if (!left)
        return Core::fail(leaving(left.error(), taskName(profileId)));
    if (!*left)
        return {};
    return erased ? notKept(profileId) : Core::propagate(erased);
}

} // namespace Schedule
