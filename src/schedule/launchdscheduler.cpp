#include "schedule/launchdscheduler.h"

#include "schedule/launchdagent.h"
#include "schedule/schedulerfault.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

using Reason = SchedulerFault::Reason;

const QString suffix = u".plist"_s;

Command launchctl(const QStringList &arguments)
{
    return {u"launchctl"_s, arguments};
}

} // namespace

LaunchdScheduler::LaunchdScheduler(CommandRunner run, QString agentFolder, const QTimeZone &here, QDateTime now)
    : m_run(std::move(run)), m_folder(std::move(agentFolder)), m_here(here), m_now(std::move(now))
{
}

Core::Result<void> LaunchdScheduler::install(const Handover &handover)
{
    if (auto good = checkWithoutCredentials(handover); !good)
        return good;
    const auto agent = launchdAgent(handover, m_here, m_now);
    if (!agent)
        return Core::propagate(agent);
    const auto old = before(handover.profileId);
    if (!old)
        return Core::propagate(old);
    return change(*old, *agent);
}

Core::Result<void> LaunchdScheduler::remove(const QString &profileId)
{
    const auto old = before(profileId);
    if (!old)
        return Core::propagate(old);
    if (!old->file.before() && !old->isLoaded)
        return {};
    return change(*old, {});
}

Core::Result<void> LaunchdScheduler::change(const Before &before, const std::optional<QByteArray> &content) const
{
    const auto done = become(before, content);
    if (done)
        return {};
    Core::Error error = done.error();
    const auto &old = before.file.before();
    const bool isBack = old && !before.isLoaded ? before.file.putBack().has_value() : become(before, old).has_value();
    if (!isBack) {
        const auto *fault = error.cause.as<SchedulerFault>();
        error.cause = SchedulerFault{fault ? fault->reason : Reason::NotKept, {before.label, before.file.path()}};
    }
    return Core::fail(std::move(error));
}

Core::Result<void> LaunchdScheduler::become(const Before &before, const std::optional<QByteArray> &content) const
{
    const auto wasLoaded = isLoaded(before.domain, before.label);
    if (!wasLoaded)
        return Core::propagate(wasLoaded);
    if (*wasLoaded) {
        const auto unloaded = runWell(m_run, launchctl({u"bootout"_s, before.domain + u'/' + before.label}));
        if (!unloaded)
            return Core::propagate(unloaded);
    }
    if (auto changed = content ? before.file.write(*content) : before.file.remove(); !changed)
        return changed;
    if (content) {
        const auto loaded = runWell(m_run, launchctl({u"bootstrap"_s, before.domain, before.file.path()}));
        if (!loaded)
            return Core::propagate(loaded);
    }
    const auto isThere = isLoaded(before.domain, before.label);
    if (!isThere)
        return Core::propagate(isThere);
    if (*isThere != content.has_value())
        return Core::fail(Core::ErrorKind::Scheduler, before.label, {}, SchedulerFault{Reason::NotKept});
    return {};
}

Core::Result<QList<Installed>> LaunchdScheduler::installed()
{
    QList<Installed> all;
    for (const QString &name : QDir(m_folder).entryList({launchdPrefix + u'*' + suffix}, QDir::Files)) {
        const QString label = name.chopped(suffix.size());
        const auto file = KeptFile::at(pathOf(label));
        if (!file)
            return Core::propagate(file);
        const QByteArray agent = file->before().value_or(QByteArray());
        auto handover = fromLaunchdAgent(agent);
        if (!handover && handover.error().cause.as<NoRecord>())
            continue; // a person's own
        const auto wanted =
            handover.and_then([this](const Handover &found) { return launchdAgent(found, m_here, m_now); });
        if (!handover)
            handover.error().subject = file->path();
        all.append({.scheduler = SchedulerKind::Launchd,
                    .profileId = label.sliced(launchdPrefix.size()),
                    .handover = std::move(handover),
                    .isAsMade = wanted && *wanted == agent});
    }
    if (all.isEmpty())
        return all;
    const auto user = domain();
    if (!user)
        return Core::propagate(user);
    for (Installed &one : all) {
        const auto loaded = isLoaded(*user, launchdLabel(one.profileId));
        if (!loaded)
            return Core::propagate(loaded);
        one.isActive = *loaded;
    }
    return all;
}

Core::Result<LaunchdScheduler::Before> LaunchdScheduler::before(const QString &profileId) const
{
    const QString label = launchdLabel(profileId);
    const auto file = KeptFile::at(pathOf(label));
    if (!file)
        return Core::propagate(file);
    if (file->before()) {
        const auto handover = fromLaunchdAgent(*file->before());
        if (!handover && handover.error().cause.as<NoRecord>())
            return Core::fail(Core::ErrorKind::Scheduler, file->path(), {}, SchedulerFault{Reason::NotOurs});
    }
    const auto user = domain();
    if (!user)
        return Core::propagate(user);
    const auto loaded = isLoaded(*user, label);
    if (!loaded)
        return Core::propagate(loaded);
    return Before{*user, label, *file, *loaded};
}

Core::Result<QString> LaunchdScheduler::domain() const
{
    return runWell(m_run, {u"id"_s, {u"-u"_s}}).map([](const CommandResult &result) {
        return u"gui/"_s + QString::fromLatin1(result.output).trimmed();
    });
}

Core::Result<bool> LaunchdScheduler::isLoaded(const QString &domain, const QString &label) const
{
    constexpr int noSuchService = 113;
    const Command print = launchctl({u"print"_s, domain + u'/' + label});
    const auto result = m_run(print);
    if (!result)
        return Core::propagate(result);
    if (result->code == noSuchService)
        return false;
    if (result->code != 0)
        return refusedBy(print, *result);
    return QString::fromUtf8(result->output).contains(u"path = "_s + pathOf(label));
}

QString LaunchdScheduler::pathOf(const QString &label) const
{
    return m_folder + u'/' + label + suffix;
}

} // namespace Schedule
