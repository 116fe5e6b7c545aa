#include "words/turntext.h"

#include "words/shown.h"
#include "words/spoken.h"
#include "words/whentext.h"

namespace Words {

using History::Noted;

namespace {

// The time is to be inserted.
QString noteSentence(Noted what)
{
    switch (what) {
    case Noted::HandedOver: return Spoken::tr("The schedule was handed over %1.");
    case Noted::FirstStart: return Spoken::tr("The schedule came into force when a scheduler started it %1.");
    case Noted::OutOfForce: return Spoken::tr("The schedule was no longer in force %1.");
    case Noted::Missed:
        return Spoken::tr("The run that was due %1 was missed: this program was not started in time. The computer may "
                          "have been off or asleep.");
    case Noted::Overlapped:
        return Spoken::tr("The run that was due %1 was skipped: a run of this writeback was under way then.");
    case Noted::Paused:
        return Spoken::tr("The run that was due %1 was skipped: after its failures, the schedule was paused until a "
                          "run of this writeback is verified.");
    case Noted::NoNewData:
        return Spoken::tr("The run that was due %1 was skipped: Domo had not loaded the DataSet since the last "
                          "verified run.");
    case Noted::Unconfirmed:
        return Spoken::tr("The run that was due %1 was skipped: something had changed since the last verified run, and "
                          "the schedule waited for you to run it once.");
    }
    Q_UNREACHABLE();
}

} // namespace

Line noteName(Noted what)
{
    switch (what) {
    case Noted::HandedOver: return {Tone::Note, Spoken::tr("Schedule handed over")};
    case Noted::FirstStart: return {Tone::Note, Spoken::tr("Schedule came into force")};
    case Noted::OutOfForce: return {Tone::Note, Spoken::tr("Schedule no longer in force")};
    case Noted::Missed: return {Tone::Warning, Spoken::tr("Missed")};
    case Noted::Overlapped: return {Tone::Note, Spoken::tr("Skipped, a run was under way")};
    case Noted::Paused: return {Tone::Warning, Spoken::tr("Skipped, paused")};
    case Noted::NoNewData: return {Tone::Note, Spoken::tr("Skipped, no new data")};
    case Noted::Unconfirmed: return {Tone::Warning, Spoken::tr("Skipped, waited for you")};
    }
    Q_UNREACHABLE();
}

Line noteLine(const History::ScheduleNote &note, const QDateTime &now)
{
    return {noteName(note.what).tone, noteSentence(note.what).arg(whenText(note.when(), now))};
}

Line scheduleStandingLine(const Runs::ScheduleStanding &standing, const QDateTime &now)
{
    using Kind = Runs::ScheduleStanding::Kind;
    const QString when = standing.time.isValid() ? whenText(standing.time, now) : QString();
    switch (standing.kind) {
    case Kind::None: return {};
    case Kind::Reminder:
        return {Tone::Warning, when.isEmpty() ? Spoken::tr("Was never run") : Spoken::tr("Was last run %1").arg(when)};
    case Kind::Waiting: return {Tone::Note, Spoken::tr("Scheduled for %1").arg(when)};
    case Kind::Missed: return {Tone::Warning, Spoken::tr("Missed %1").arg(when)};
    case Kind::Paused: return {Tone::Warning, Spoken::tr("Paused after failures, until a run is verified")};
    case Kind::Unconfirmed: return {Tone::Warning, Spoken::tr("Changed, waits until you have run it")};
    }
    Q_UNREACHABLE();
}

QStringList sinceVerifiedTexts(const Runs::SinceVerified &since, const QString &programVersion)
{
    if (!since.isThere)
        return {Spoken::tr("No run of this writeback was verified before.")};
    QStringList texts;
    if (since.writeback == Writeback::Changed::Target)
        texts.append(Spoken::tr("Its target was changed since the last verified run."));
    else if (since.writeback == Writeback::Changed::DataSet)
        texts.append(Spoken::tr("Its DataSet was changed since the last verified run."));
    else if (since.writeback == Writeback::Changed::Options)
        texts.append(Spoken::tr("Its options were changed since the last verified run."));
    if (!since.otherVersion.isEmpty())
        texts.append(Spoken::tr("The last verified run was by version %1 of this program; this is version %2.")
                         .arg(shown(since.otherVersion), programVersion));
    return texts;
}

} // namespace Words
