#include "words/handovertext.h"

#include "words/spoken.h"
#include "words/whentext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Schedule::Compared;

QString differenceText(Compared::Difference difference)
{
    using Difference = Compared::Difference;
    switch (difference) {
    case Difference::Schedule: return Spoken::tr("schedule", "what differs");
    case Difference::Program: return Spoken::tr("path of the program", "what differs");
    case Difference::Options: return Spoken::tr("data folder", "what differs");
    case Difference::Name: return Spoken::tr("name", "what differs");
    case Difference::Text: return Spoken::tr("entry in the scheduler", "what differs");
    }
    Q_UNREACHABLE();
}

QString differencesText(const QList<Compared::Difference> &differences)
{
    QStringList texts;
    for (const Compared::Difference difference : differences)
        texts.append(differenceText(difference));
    return texts.join(u", "_s);
}

} // namespace

QString schedulerName(Schedule::SchedulerKind kind)
{
    using Schedule::SchedulerKind;
    switch (kind) {
    case SchedulerKind::Systemd: return u"systemd"_s;
    case SchedulerKind::Launchd: return u"launchd"_s;
    case SchedulerKind::Windows: return Spoken::tr("Task Scheduler");
    case SchedulerKind::Cron: return u"cron"_s;
    }
    Q_UNREACHABLE();
}

Line comparedLine(const Compared &compared)
{
    using State = Compared::State;
    switch (compared.state) {
    case State::Same: return {Tone::Ok, Spoken::tr("Handed over")};
    case State::Differs:
        return {Tone::Warning, Spoken::tr("Handed over, but different: %1").arg(differencesText(compared.differences))};
    case State::NotInstalled: return {Tone::Warning, Spoken::tr("Not handed over")};
    case State::NotWanted: return {Tone::Warning, Spoken::tr("Handed over, but no longer wanted there")};
    case State::Unreadable: return {Tone::Error, Spoken::tr("Handed over, but cannot be read")};
    case State::NotActive: return {Tone::Warning, Spoken::tr("Handed over, but not active in the scheduler")};
    case State::Elsewhere: return {Tone::Note, Spoken::tr("Of another data folder")};
    }
    Q_UNREACHABLE();
}

Line onThisComputerLine(const Compared *compared, const std::optional<QDateTime> &next, const QDateTime &now)
{
    if (!compared)
        return {Tone::Note, Spoken::tr("No scheduler of this computer has this writeback.")};
    const Line line = comparedLine(*compared);
    QString text = compared->installed && compared->scheduler
        ? Spoken::tr("%1: %2.").arg(schedulerName(*compared->scheduler), line.text)
        : line.text + u'.';
    if (next)
        text += u' ' + Spoken::tr("It is started next: %1.").arg(whenText(*next, now));
    return {line.tone, text};
}

Line loggedOutLine(Schedule::SchedulerKind kind, std::optional<bool> lingers)
{
    using Schedule::SchedulerKind;
    switch (kind) {
    case SchedulerKind::Systemd: {
        if (lingers == true)
            return {Tone::Note, Spoken::tr("Runs also start while you are logged out (linger is on).")};
        const QString next =
            Spoken::tr("To have them start while you are logged out, run: %1").arg(u"loginctl enable-linger"_s);
        return {Tone::Note,
                (lingers ? Spoken::tr("Runs start only while you are logged in (linger is off).")
                         : Spoken::tr("Whether runs start while you are logged out could not be found out."))
                    + u' ' + next};
    }
    case SchedulerKind::Launchd:
    case SchedulerKind::Windows: return {Tone::Note, Spoken::tr("Runs start only while you are logged in.")};
    case SchedulerKind::Cron:
        return {Tone::Note, Spoken::tr("Runs start whether you are logged in or not, as long as cron is running.")};
    }
    Q_UNREACHABLE();
}

} // namespace Words
