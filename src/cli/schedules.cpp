#include "cli/schedules.h"

#include "cli/advice.h"
#include "cli/reportjson.h"
#include "core/filelock.h"
#include "runs/scheduledrun.h"
#include "schedule/holidays.h"
#include "schedule/nexttimes.h"
#include "schedule/schedulerfault.h"
#include "words/errortext.h"
#include "words/handovertext.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

Schedule::Saved savedIn(const SavedData &data, const QString &dataDir,
                        const std::vector<std::unique_ptr<Schedule::Scheduler>> &schedulers)
{
    Schedule::Saved saved{.profiles = data.store().profiles()};
    saved.profiles.removeIf(
        [&data](const Profiles::Profile &profile) { return data.store().isProfileForSession(profile.id); });
    for (const Profiles::LaterRecord &later : data.store().laterProfiles())
        saved.unreadable.append(later.id);
    for (const Profiles::JsonFolder::Fault &fault : data.store().faults())
        saved.unreadable.append(QFileInfo(fault.path).fileName().section(u'.', 0, 0));
    saved.handover.program = QCoreApplication::applicationFilePath();
    if (!dataDir.isEmpty())
        saved.handover.options = {u"--data-dir"_s, QDir(dataDir).absolutePath()};
    if (!schedulers.empty())
        saved.scheduler = schedulers.front()->kind();
    return saved;
}

} // namespace

Schedules::Schedules(const SavedData &data, const QString &dataDir)
    : m_folder(data.folder())
    , m_surroundings(Schedule::ownSurroundings())
    , m_schedulers(Schedule::schedulersIn(m_surroundings))
    , m_saved(savedIn(data, dataDir, m_schedulers))
{
}

Schedule::Scheduler *Schedules::first() const
{
    return m_schedulers.empty() ? nullptr : m_schedulers.front().get();
}

Schedule::Scheduler *Schedules::scheduler(Schedule::SchedulerKind kind) const
{
    const auto found = std::ranges::find_if(m_schedulers, [kind](const auto &one) { return one->kind() == kind; });
    return found == m_schedulers.end() ? nullptr : found->get();
}

Core::Result<QList<Schedule::Installed>> Schedules::installed() const
{
    return Schedule::installedIn(m_schedulers);
}

Core::Result<QList<Schedule::Compared>> Schedules::compared() const
{
    return installed().map([this](const QList<Schedule::Installed> &all) { return Schedule::compare(m_saved, all); });
}

Core::Result<void> Schedules::handOver(const Schedule::Handover &handover) const
{
    const auto before = installed();
    if (!before)
        return Core::propagate(before);
    Core::FileLock turn; // busy: a run has it, which does as well
    std::ignore = turn.take(Runs::turnLockOf(handover.profileId, m_folder));
    if (auto done = first()->install(handover); !done)
        return done;
    const bool wasInForce = std::ranges::any_of(*before, [&handover](const Schedule::Installed &one) {
        return one.profileId == handover.profileId && one.handover && one.handover->schedule == handover.schedule;
    });
    if (wasInForce)
        return {};
    const auto log = m_folder.openScheduleLog();
    if (!log)
        return Core::propagate(log);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return (*log)->note(handover.profileId,
                        {{now, History::Noted::HandedOver, now, Schedule::fingerprint(handover.schedule)}});
}

Core::Error noScheduler()
{
    return {.kind = Core::ErrorKind::Scheduler,
            .cause = Schedule::SchedulerFault{Schedule::SchedulerFault::Reason::NoScheduler}};
}

std::optional<QDateTime> nextOf(const Schedule::Compared &compared, const QDateTime &now)
{
    using State = Schedule::Compared::State;
    if (compared.installed && compared.installed->next)
        return compared.installed->next;
    if (!compared.wanted || (compared.state != State::Same && compared.state != State::Differs))
        return {};
    const Profiles::Timetable &timetable = compared.wanted->schedule.timetable;
    QSet<QDate> holidays;
    if (const auto *rule = std::get_if<Profiles::BusinessDay>(&timetable.days); rule && !rule->holidays.isEmpty()) {
        const auto read = Schedule::readHolidays(rule->holidays);
        if (!read)
            return {};
        holidays = *read;
    }
    const auto times = Schedule::nextTimes(timetable, holidays, now, 1);
    return times && !times->isEmpty() ? std::optional(times->first()) : std::nullopt;
}

QStringList rowOf(const Schedule::Compared &compared, const QDateTime &now)
{
    const auto next = nextOf(compared, now);
    return {compared.name.isEmpty() ? compared.profileId : compared.name, Words::comparedLine(compared).text,
            next ? u"next %1"_s.arg(Words::whenText(*next, now)) : QString(),
            compared.scheduler ? Words::schedulerName(*compared.scheduler) : QString()};
}

QJsonObject objectOf(const Schedule::Compared &compared, const QDateTime &now)
{
    QJsonArray differences;
    for (const Schedule::Compared::Difference difference : compared.differences)
        differences.append(Schedule::name(difference));
    const auto next = nextOf(compared, now);
    const auto &installed = compared.installed;
    QJsonObject object{
        {u"profile"_s, QJsonObject{{u"id"_s, compared.profileId}, {u"name"_s, compared.name}}},
        {u"state"_s, Schedule::name(compared.state)},
        {u"differences"_s, differences},
        {u"scheduler"_s, compared.scheduler ? QJsonValue(Schedule::name(*compared.scheduler)) : QJsonValue()},
        {u"isActive"_s, installed && installed->isActive ? QJsonValue(*installed->isActive) : QJsonValue()},
        {u"next"_s, next ? QJsonValue(next->toUTC().toString(Qt::ISODate)) : QJsonValue()},
        {u"isNextOfScheduler"_s, installed && installed->next.has_value()}};
    if (installed && !installed->handover)
        object.insert(u"error"_s, refusalJson(installed->handover.error(), {})["error"_L1]);
    return object;
}

QString lineOf(const Core::Error &error)
{
    const QString next = savedAdvice(refusalBy(error), {});
    const Words::ErrorText text = Words::errorText(error);
    QString line = u"%1 %2"_s.arg(text.message, next.isEmpty() ? text.next : next).trimmed();
    if (!text.quote.isEmpty())
        line += u" (%1)"_s.arg(text.quote);
    return line;
}

} // namespace Cli
