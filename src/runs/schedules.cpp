#include "runs/schedules.h"

#include "core/filelock.h"
#include "profiles/profilestore.h"
#include "runs/datafolder.h"
#include "runs/scheduledrun.h"
#include "runs/turn.h"
#include "schedule/nexttimes.h"
#include "schedule/schedulerfault.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Runs {

namespace {

using Schedule::Compared;

constexpr std::chrono::minutes testTimeout{5};

Schedules::Wanted on(const std::vector<std::unique_ptr<Schedule::Scheduler>> &schedulers, Schedules::Wanted wanted)
{
    if (!schedulers.empty())
        wanted.saved.scheduler = schedulers.front()->kind();
    return wanted;
}

// systemd gives a program of a transient service the same as one of a timer's service.
Schedule::Command transientDoctor(const Schedule::Handover &handover, const QStringList &options)
{
    QStringList words{u"--user"_s, u"--wait"_s, u"--pipe"_s, u"--quiet"_s, u"--collect"_s};
    for (const Schedule::CredentialFile &file : handover.credentials)
        words.append(u"--property=LoadCredential%1=%2:%3"_s.arg(file.isEncrypted ? u"Encrypted"_s : QString(),
                                                                file.name, QString(file.path).replace(u'%', u"%%"_s)));
    words << handover.program << u"doctor"_s << handover.profileId << handover.options << options;
    return {.program = u"systemd-run"_s, .arguments = words, .timeout = testTimeout};
}

} // namespace

Schedules::Wanted Schedules::wantedBy(const Profiles::ProfileStore &store, const DataFolder &folder,
                                      const QString &program)
{
    Schedule::Saved saved{.profiles = store.keptProfiles()};
    for (const Profiles::LaterRecord &later : store.laterProfiles())
        saved.unreadable.append(later.id);
    for (const Profiles::JsonFolder::Fault &fault : store.faults())
        saved.unreadable.append(QFileInfo(fault.path).fileName().section(u'.', 0, 0));
    saved.handover.program = program;
    if (folder.isChosen())
        saved.handover.options = {u"--data-dir"_s, folder.path()};
    return {std::move(saved), folder.historyPlace(), folder.fault(), folder.books().lockFolder};
}

Schedules::Schedules(Wanted wanted, Schedule::Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
    , m_schedulers(Schedule::schedulersIn(m_surroundings))
    , m_wanted(on(m_schedulers, std::move(wanted)))
{
}

Schedule::Scheduler *Schedules::first() const
{
    return m_schedulers.empty() ? nullptr : m_schedulers.front().get();
}

Core::Result<QList<Schedule::Installed>> Schedules::installed() const
{
    return Schedule::installedIn(m_schedulers);
}

Core::Result<QList<Compared>> Schedules::compared() const
{
    return installed().map([this](const QList<Schedule::Installed> &all) { return Schedule::compare(saved(), all); });
}

Core::Result<void> Schedules::handOver(const Schedule::Handover &handover) const
{
    if (!first())
        return Core::fail(noScheduler());
    if (m_wanted.fault)
        return Core::fail(*m_wanted.fault);
    const auto log = History::ScheduleLog::open(m_wanted.history);
    if (!log)
        return Core::propagate(log);
    const auto before = installed();
    if (!before)
        return Core::propagate(before);
    Core::FileLock turn; // busy: a run has it, which does as well
    std::ignore = turn.take(turnLockOf(handover.profileId, m_wanted.lockFolder));
    if (auto done = first()->install(handover); !done)
        return done;
    const bool wasThere = std::ranges::any_of(*before, [&handover](const Schedule::Installed &one) {
        return one.profileId == handover.profileId && one.handover && one.handover->schedule == handover.schedule;
    });
    return (*log)->putIntoForce(handover.profileId, Schedule::fingerprint(handover.schedule), !wasThere);
}

Core::Result<void> Schedules::remove(const Schedule::Repair::Removal &removal) const
{
    const auto found =
        std::ranges::find_if(m_schedulers, [&removal](const auto &one) { return one->kind() == removal.scheduler; });
    if (found == m_schedulers.end())
        return Core::fail(noScheduler());
    if (auto done = (*found)->remove(removal.profileId); !done)
        return done;
    const auto left = installed();
    if (!left)
        return Core::propagate(left);
    if (std::ranges::find(*left, removal.profileId, &Schedule::Installed::profileId) != left->end())
        return {}; // in another scheduler
    const auto log = History::ScheduleLog::open(m_wanted.history);
    if (!log)
        return Core::propagate(log);
    return (*log)->putIntoForce(removal.profileId, {});
}

std::optional<Core::Result<Schedule::CommandResult>>
Schedules::test(const Schedule::Handover &handover, const QStringList &options, const std::stop_token &stop) const
{
    if (!first() || first()->kind() != Schedule::SchedulerKind::Systemd)
        return {};
    Schedule::Command command = transientDoctor(handover, options);
    command.stop = stop;
    return m_surroundings.run(command);
}

std::optional<QDateTime> Schedules::nextOf(const Compared &compared, const QDateTime &now)
{
    using State = Compared::State;
    if (!compared.installed)
        return {};
    if (compared.installed->next)
        return compared.installed->next;
    const auto &handover = compared.installed->handover;
    if (!handover || (compared.state != State::Same && compared.state != State::Differs))
        return {};
    const auto holidays = holidaysOf(handover->schedule);
    if (!holidays)
        return {};
    const auto times = Schedule::nextTimes(handover->schedule.timetable, *holidays, now, 1);
    return times && !times->isEmpty() ? std::optional(times->first()) : std::nullopt;
}

Core::Error noScheduler()
{
    return {.kind = Core::ErrorKind::Scheduler,
            .cause = Schedule::SchedulerFault{Schedule::SchedulerFault::Reason::NoScheduler}};
}

} // namespace Runs
