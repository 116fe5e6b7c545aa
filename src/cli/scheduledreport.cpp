#include "cli/scheduledreport.h"

#include "cli/saveddata.h"
#include "words/turntext.h"
#include "words/whentext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Kind = Runs::ScheduledEnd::Kind;

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Elsewhere: return u"elsewhere"_s;
    case Kind::NotScheduled: return u"notScheduled"_s;
    case Kind::NotDue: return u"notDue"_s;
    case Kind::Noted: return u"noted"_s;
    case Kind::Run: return u"run"_s;
    }
    Q_UNREACHABLE();
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

bool waitsForAPerson(const History::ScheduleNote &note)
{
    using History::Noted;
    return note.what == Noted::Missed || note.what == Noted::Paused || note.what == Noted::Unconfirmed;
}

} // namespace

QStringList scheduledLines(const Runs::ScheduledEnd &end, const QDateTime &now)
{
    QStringList lines;
    for (const History::ScheduleNote &note : end.notes)
        lines.append(Words::noteLine(note, now).text);
    switch (end.kind) {
    case Kind::Elsewhere: lines.append(u"Another program is running this writeback for its schedule."_s); break;
    case Kind::NotScheduled:
        lines.append(u"Nothing was run: this writeback runs manually, or is in the archive."_s);
        break;
    case Kind::NotDue:
        if (!end.error)
            lines.append(u"Nothing was run: it is not due."_s);
        break;
    case Kind::Noted: break;
    case Kind::Run:
        if (end.reports.isEmpty())
            lines.append(
                u"The run that was due %1 was cancelled before it began."_s.arg(Words::whenText(end.first.due, now)));
        else
            lines.append(u"This run was due %1."_s.arg(Words::whenText(end.first.due, now)));
        lines += Words::sinceVerifiedTexts(end.sinceVerified, thisProgram().version);
        break;
    }
    if (end.isOtherSchedule)
        lines.append(u"Its schedule has changed since it was handed over. Hand it over again: "
                     "workiva-writeback-cli schedule install"_s);
    return lines;
}

QJsonObject scheduledJson(const Runs::ScheduledEnd &end)
{
    QJsonArray notes;
    for (const History::ScheduleNote &note : end.notes)
        notes.append(QJsonObject{{u"due"_s, timeText(note.due)}, {u"what"_s, History::name(note.what)}});
    QJsonObject json{{u"decision"_s, nameOf(end.kind)},
                     {u"notes"_s, notes},
                     {u"changedSinceVerified"_s, end.sinceVerified.isChanged()},
                     {u"isOtherSchedule"_s, end.isOtherSchedule}};
    if (end.first.due.isValid())
        json.insert(u"due"_s, timeText(end.first.due));
    return json;
}

ExitCode scheduledCode(const Runs::ScheduledEnd &end)
{
    if (end.error && end.reports.isEmpty()) {
        Writeback::RunReport failed;
        failed.error = end.error;
        return exitCode(failed);
    }
    if (!end.reports.isEmpty())
        return exitCode(end.reports.last());
    if (end.kind == Kind::Run)
        return ExitCode::Cancelled;
    return std::ranges::any_of(end.notes, waitsForAPerson) ? ExitCode::NeedsAttention : ExitCode::Done;
}

} // namespace Cli
