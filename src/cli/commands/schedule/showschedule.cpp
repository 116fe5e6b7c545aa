#include "cli/commands/schedule/showschedule.h"

#include "cli/definitions.h"
#include "cli/refusal.h"
#include "cli/saveddefinitions.h"
#include "cli/schedules.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "schedule/crontab.h"
#include "schedule/holidays.h"
#include "schedule/launchdagent.h"
#include "schedule/localtime.h"
#include "schedule/nexttimes.h"
#include "schedule/systemdunit.h"
#include "schedule/taskxml.h"
#include "setup/named.h"
#include "words/scheduletext.h"

#include <CLI/CLI.hpp>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Schedule::Handover;
using Schedule::SchedulerKind;

constexpr qsizetype shownTimes = 5;

// In the schedule's time zone.
Core::Result<QStringList> nextTimesText(const Profiles::Timetable &timetable, const QDateTime &now)
{
    QSet<QDate> holidays;
    if (const auto *rule = std::get_if<Profiles::BusinessDay>(&timetable.days); rule && !rule->holidays.isEmpty()) {
        const auto read = Schedule::readHolidays(rule->holidays);
        if (!read)
            return Core::propagate(read);
        holidays = *read;
    }
    const auto times = Schedule::nextTimes(timetable, holidays, now, shownTimes);
    if (!times)
        return Core::propagate(times);
    const auto zone = Schedule::timeZoneNamed(timetable.timeZone);
    if (!zone)
        return Core::propagate(zone);
    QStringList texts;
    for (const QDateTime &time : *times)
        texts.append(QLocale().toString(time.toTimeZone(*zone), u"ddd yyyy-MM-dd HH:mm t"_s));
    return texts;
}

Core::Result<QString> handedOver(const Handover &handover, SchedulerKind kind, const Schedule::Surroundings &here)
{
    if (const auto good = Schedule::check(handover); !good)
        return Core::propagate(good);
    switch (kind) {
    case SchedulerKind::Systemd: {
        const Schedule::SystemdUnits units = Schedule::systemdUnits(handover);
        return u"# %1.timer\n%2\n# %1.service\n%3"_s.arg(units.name, units.timer, units.service);
    }
    case SchedulerKind::Launchd:
        return Schedule::launchdAgent(handover, here.here, here.now).map([](const QByteArray &agent) {
            return QString::fromUtf8(agent);
        });
    case SchedulerKind::Windows:
        return Schedule::taskXml(handover, here.here, here.now).map([](const QByteArray &task) {
            return QString(QStringDecoder(QStringDecoder::Utf16LE)(task));
        });
    case SchedulerKind::Cron: return Schedule::crontabLines(handover, here.here, here.now);
    }
    Q_UNREACHABLE();
}

} // namespace

ShowSchedule::ShowSchedule(CLI::App &schedule, QObject *parent)
    : Command(parent)
    , m_app(schedule.add_subcommand("show",
                                    "Show the schedule of a saved writeback in words, its next five times, and what "
                                    "would be handed over to a scheduler; hands over nothing"))
{
    addOption(m_app, "PROFILE", m_profile, "Saved writeback, by name or ID")->required();
    addOption(m_app, "--for", m_for, "Scheduler: systemd, launchd, windows or cron (default: the one of this computer)")
        ->type_name("NAME");
    addDataDir(m_app, m_dataDir);
}

bool ShowSchedule::isAskedFor() const
{
    return m_app->parsed();
}

void ShowSchedule::start()
{
    const SavedData data(m_dataDir);
    data.reportFaults();
    const auto refused = [this](const Core::Error &error) { Q_EMIT finished(refuse(error, false)); };
    const auto profile = Setup::profileNamed(data.store(), m_profile);
    if (!profile)
        return refused(profile.error());
    const Runs::Schedules schedules(wantedSchedules(data));
    QStringList parts{Words::scheduleText((*profile)->schedule)};
    if (const auto *schedule = std::get_if<Profiles::Automatically>(&(*profile)->schedule)) {
        const auto kind = m_for.isEmpty() ? schedules.saved().scheduler : Schedule::schedulerKind(m_for);
        if (!kind && !m_for.isEmpty())
            return refused({.kind = Core::ErrorKind::InvalidInput,
                            .subject = m_for,
                            .cause = Core::NotOneOf{{u"systemd"_s, u"launchd"_s, u"windows"_s, u"cron"_s}}});
        if (!kind)
            return refused(Runs::noScheduler());
        const auto times = nextTimesText(schedule->timetable, schedules.surroundings().now);
        if (!times)
            return refused(times.error());
        Handover handover = schedules.saved().handover;
        handover.profileId = (*profile)->id;
        handover.profileName = (*profile)->name;
        handover.schedule = *schedule;
        const auto text = handedOver(handover, *kind, schedules.surroundings());
        if (!text)
            return refused(text.error());
        parts += Words::scheduleNotes(*schedule);
        parts += QStringList{{}, u"Next:"_s} + *times + QStringList{{}, text->trimmed()};
    }
    Q_EMIT finished(print(parts.join(u'\n')) ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
