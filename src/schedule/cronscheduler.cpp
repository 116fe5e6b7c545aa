#include "schedule/cronscheduler.h"

#include "schedule/crontab.h"
#include "schedule/schedulerfault.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

const Command listing{u"crontab"_s, {u"-l"_s}};

} // namespace

CronScheduler::CronScheduler(CommandRunner run, const QTimeZone &here, QDateTime now)
    : m_run(std::move(run)), m_here(here), m_now(std::move(now))
{
}

bool CronScheduler::isUsed() const
{
    return m_run(listing).has_value();
}

Core::Result<void> CronScheduler::install(const Handover &handover)
{
    if (auto good = checkWithoutCredentials(handover); !good)
        return good;
    const auto added = lines(handover);
    if (!added)
        return Core::propagate(added);
    const auto before = read();
    if (!before)
        return Core::propagate(before);
    QString after = without(handover.profileId, *before);
    if (!after.isEmpty() && !after.endsWith(u'\n'))
        after += u'\n';
    return replace(*before, after + *added);
}

Core::Result<void> CronScheduler::remove(const QString &profileId)
{
    const auto before = read();
    if (!before)
        return Core::propagate(before);
    const QString after = without(profileId, *before);
    if (after == *before)
        return {};
    return replace(*before, after);
}

Core::Result<QList<Installed>> CronScheduler::installed()
{
    const auto crontab = read();
    if (!crontab)
        return Core::propagate(crontab);
    QList<Installed> all;
    for (const CrontabEntry &entry : fromCrontab(*crontab)) {
        const auto wanted = entry.handover.and_then([this](const Handover &handover) { return lines(handover); });
        all.append({.scheduler = SchedulerKind::Cron,
                    .profileId = entry.profileId,
                    .handover = entry.handover,
                    .isAsMade = wanted && linesOf(entry.profileId, *crontab) == *wanted});
    }
    std::ranges::sort(all, {}, &Installed::profileId);
    return all;
}

Core::Result<QString> CronScheduler::read() const
{
    const auto listed = m_run(listing);
    if (!listed)
        return Core::propagate(listed);
    if (listed->code == 0)
        return QString::fromLatin1(listed->output);
    if (listed->errors.contains("no crontab for"))
        return QString();
    // It may have one that could not be read, and that must not be replaced.
    return refusedBy(listing, *listed);
}

Core::Result<void> CronScheduler::replace(const QString &before, const QString &after) const
{
    const auto put = [this](const QString &crontab) {
        return runWell(m_run, {u"crontab"_s, {u"-"_s}, crontab.toLatin1()});
    };
    const auto done = put(after);
    const auto now = read();
    if (done && now && *now == after)
        return {};
    Core::Error error{.kind = Core::ErrorKind::Scheduler,
                      .subject = u"crontab"_s,
                      .cause = SchedulerFault{SchedulerFault::Reason::NotKept}};
    if (!done)
        error = done.error();
    else if (!now)
        error = now.error();
    if (now && *now == before)
        return Core::fail(std::move(error));
    const auto back = put(before);
    const auto then = read();
    if (!back || !then || *then != before) {
        const auto *fault = error.cause.as<SchedulerFault>();
        error.cause = SchedulerFault{fault ? fault->reason : SchedulerFault::Reason::NotKept, {u"crontab"_s}};
    }
    return Core::fail(std::move(error));
}

Core::Result<QString> CronScheduler::lines(const Handover &handover) const
{
    return crontabLines(handover, m_here, m_now).map([](const QString &text) {
        return QString::fromLatin1(text.toUtf8());
    });
}

} // namespace Schedule
