#include "schedule/systemdscheduler.h"

#include "schedule/schedulerfault.h"
#include "schedule/systemdunit.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

using Reason = SchedulerFault::Reason;

const QString timerSuffix = u".timer"_s;
const QString serviceSuffix = u".service"_s;

Command systemctl(const QStringList &arguments)
{
    return {u"systemctl"_s, QStringList{u"--user"_s} + arguments};
}

// Or there is none.
bool isOurs(const KeptFile &file)
{
    if (!file.before())
        return true;
    const auto handover = fromUnit(QString::fromUtf8(*file.before()));
    return handover || !handover.error().cause.as<NoRecord>();
}

// "Sat 2026-11-28 06:00:00 UTC"; invalid for anything else, such as "n/a".
QDateTime timeIn(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 4 || parts[3] != "UTC"_L1)
        return {};
    QDateTime time = QDateTime::fromString(parts[1] + u' ' + parts[2], u"yyyy-MM-dd HH:mm:ss"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

SystemdScheduler::SystemdScheduler(CommandRunner run, QString unitFolder)
    : m_run(std::move(run)), m_folder(std::move(unitFolder))
{
}

bool SystemdScheduler::isUsed() const
{
    return runWell(m_run, systemctl({u"show"_s, u"--property=Version"_s}))
        || !QDir(m_folder).entryList({systemdPrefix + u'*' + timerSuffix}, QDir::Files).isEmpty();
}

Core::Result<void> SystemdScheduler::install(const Handover &handover)
{
    if (auto good = check(handover); !good)
        return good;
    const auto old = before(handover.profileId);
    if (!old)
        return Core::propagate(old);
    bool isLoaded = false;
    if (const auto done = tryInstall(*old, systemdUnits(handover), isLoaded); !done)
        return undone(*old, done.error(), isLoaded);
    return {};
}

Core::Result<void> SystemdScheduler::tryInstall(const Before &before, const SystemdUnits &units, bool &isLoaded) const
{
    if (auto written = before.service.write(units.service.toUtf8()); !written)
        return written;
    if (auto written = before.timer.write(units.timer.toUtf8()); !written)
        return written;
    isLoaded = true; // even if that fails
    if (auto loaded = control({u"daemon-reload"_s}); !loaded)
        return loaded;
    const QString timer = units.name + timerSuffix;
    if (auto enabled = control({u"enable"_s, timer}); !enabled)
        return enabled;
    if (auto started = control({u"restart"_s, timer}); !started) // a running timer keeps its old times otherwise
        return started;
    const auto found = properties({timer, units.name + serviceSuffix});
    if (!found)
        return Core::propagate(found);
    if (isActive(units.name, *found))
        return {};
    QStringList detail;
    for (const auto &[unit, values] : found->asKeyValueRange()) {
        for (const auto &[key, value] : values.asKeyValueRange())
            detail.append(u"%1 %2=%3"_s.arg(unit, key, value));
    }
    detail.sort();
    return Core::fail(Core::ErrorKind::Scheduler, timer, detail.join(u", "_s), SchedulerFault{Reason::NotKept});
}

Core::Result<void> SystemdScheduler::remove(const QString &profileId)
{
    const auto old = before(profileId);
    if (!old)
        return Core::propagate(old);
    if (!old->isThere())
        return {};
    bool isLoaded = false;
    if (const auto done = tryRemove(*old, isLoaded); !done)
        return undone(*old, done.error(), isLoaded);
    return {};
}

Core::Result<void> SystemdScheduler::tryRemove(const Before &before, bool &isLoaded) const
{
    const QString timer = before.name + timerSuffix;
    if (before.timer.before()) {
        isLoaded = true;
        if (auto stopped = control({u"disable"_s, u"--now"_s, timer}); !stopped)
            return stopped;
    }
    if (auto removed = before.timer.remove(); !removed)
        return removed;
    if (auto removed = before.service.remove(); !removed)
        return removed;
    isLoaded = true;
    if (auto loaded = control({u"daemon-reload"_s}); !loaded)
        return loaded;
    const auto found = properties({timer});
    if (!found)
        return Core::propagate(found);
    const QString state = found->value(timer).value(u"LoadState"_s);
    if (state == "not-found"_L1)
        return {};
    return Core::fail(Core::ErrorKind::Scheduler, timer, u"LoadState=%1"_s.arg(state), SchedulerFault{Reason::NotKept});
}

Core::Failure SystemdScheduler::undone(const Before &before, Core::Error error, bool isLoaded) const
{
    const QString timer = before.name + timerSuffix;
    QStringList left;
    bool isAsBefore = true;
    if (isLoaded && !before.timer.before()) // while its file is there
        isAsBefore = control({u"disable"_s, u"--now"_s, timer}).has_value();
    for (const KeptFile *file : {&before.timer, &before.service}) {
        if (!file->putBack())
            left.append(file->path());
    }
    if (isLoaded) {
        isAsBefore = control({u"daemon-reload"_s}) && isAsBefore;
        if (before.timer.before()) {
            isAsBefore = control({before.isEnabled ? u"enable"_s : u"disable"_s, timer}) && isAsBefore;
            isAsBefore = control({before.isActive ? u"restart"_s : u"stop"_s, timer}) && isAsBefore;
        }
    }
    if (!isAsBefore)
        left.append(timer);
    const auto *fault = error.cause.as<SchedulerFault>();
    if (!left.isEmpty())
        error.cause = SchedulerFault{fault ? fault->reason : Reason::NotKept, left};
    return Core::fail(std::move(error));
}

Core::Result<QList<Installed>> SystemdScheduler::installed()
{
    QList<Installed> all;
    QStringList units;
    for (const QString &file : QDir(m_folder).entryList({systemdPrefix + u'*' + timerSuffix}, QDir::Files)) {
        const QString name = file.chopped(timerSuffix.size());
        const auto timer = KeptFile::at(pathOf(file));
        const auto service = KeptFile::at(pathOf(name + serviceSuffix));
        if (!timer || !service)
            return Core::propagate(timer ? service : timer);
        auto handover = fromUnit(QString::fromUtf8(timer->before().value_or(QByteArray())));
        if (!handover && handover.error().cause.as<NoRecord>())
            continue; // a person's own
        const auto wanted = handover.map(systemdUnits);
        const bool isAsMade =
            wanted && timer->before() == wanted->timer.toUtf8() && service->before() == wanted->service.toUtf8();
        if (!handover)
            handover.error().subject = timer->path();
        units << file << name + serviceSuffix;
        all.append({.scheduler = SchedulerKind::Systemd,
                    .profileId = name.sliced(systemdPrefix.size()),
                    .handover = std::move(handover),
                    .isAsMade = isAsMade});
    }
    if (all.isEmpty())
        return all;
    const auto found = properties(units);
    if (!found)
        return Core::propagate(found);
    for (Installed &one : all) {
        const QString name = systemdName(one.profileId);
        one.isActive = isActive(name, *found);
        const QDateTime next = timeIn(found->value(name + timerSuffix).value(u"NextElapseUSecRealtime"_s));
        if (next.isValid())
            one.next = next;
    }
    return all;
}

Core::Result<SystemdScheduler::Before> SystemdScheduler::before(const QString &profileId) const
{
    const QString name = systemdName(profileId);
    const auto timer = KeptFile::at(pathOf(name + timerSuffix));
    if (!timer)
        return Core::propagate(timer);
    const auto service = KeptFile::at(pathOf(name + serviceSuffix));
    if (!service)
        return Core::propagate(service);
    for (const auto *file : {&*timer, &*service}) {
        if (!isOurs(*file))
            return Core::fail(Core::ErrorKind::Scheduler, file->path(), {}, SchedulerFault{Reason::NotOurs});
    }
    const auto found = properties({name + timerSuffix});
    if (!found)
        return Core::propagate(found);
    const Properties values = found->value(name + timerSuffix);
    return Before{name, *timer, *service, values.value(u"UnitFileState"_s) == "enabled"_L1,
                  values.value(u"ActiveState"_s) == "active"_L1};
}

Core::Result<void> SystemdScheduler::control(const QStringList &arguments) const
{
    return runWell(m_run, systemctl(arguments)).map([](const CommandResult &) {});
}

Core::Result<QHash<QString, SystemdScheduler::Properties>> SystemdScheduler::properties(const QStringList &units) const
{
    const auto shown = runWell(m_run,
                               systemctl(QStringList{u"show"_s,
                                                     u"--property=Id,LoadState,ActiveState,UnitFileState,FragmentPath,"
                                                     "NeedDaemonReload,NextElapseUSecRealtime"_s}
                                         + units));
    if (!shown)
        return Core::propagate(shown);
    QHash<QString, Properties> found;
    const QString text = QString::fromUtf8(shown->output);
    for (const QString &paragraph : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        Properties values;
        for (const QString &line : paragraph.split(u'\n', Qt::SkipEmptyParts))
            values.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
        found.insert(values.value(u"Id"_s), values);
    }
    return found;
}

bool SystemdScheduler::isActive(const QString &name, const QHash<QString, Properties> &properties) const
{
    const Properties timer = properties.value(name + timerSuffix);
    const Properties service = properties.value(name + serviceSuffix);
    const auto isLoaded = [this](const Properties &unit) {
        return unit.value(u"LoadState"_s) == "loaded"_L1 && unit.value(u"NeedDaemonReload"_s) == "no"_L1
            && QFileInfo(unit.value(u"FragmentPath"_s)) == QFileInfo(pathOf(unit.value(u"Id"_s)));
    };
    return isLoaded(timer) && isLoaded(service) && timer.value(u"UnitFileState"_s) == "enabled"_L1
        && timer.value(u"ActiveState"_s) == "active"_L1;
}

QString SystemdScheduler::pathOf(const QString &unit) const
{
    return m_folder + u'/' + unit;
}

} // namespace Schedule
