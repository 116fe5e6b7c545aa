#include "words/answertext.h"

#include "words/endtext.h"
#include "words/servicename.h"
#include "words/shown.h"
#include "words/spoken.h"
#include "words/statetext.h"
#include "words/whentext.h"

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Writeback::State;

bool isIn(const PastRun &run, State state)
{
    return run.state == Writeback::name(state);
}

QString sentences(std::initializer_list<QString> parts)
{
    QStringList all(parts);
    all.removeAll(QString());
    return all.join(u' ');
}

QString startText(const PastRun &run, const QDateTime &now)
{
    return Spoken::tr("Started %1.").arg(whenText(run.started, now));
}

// "Today 09:41, in 14 s."
QString endTimeText(const PastRun &run, const QDateTime &now)
{
    const std::chrono::milliseconds took(run.started.msecsTo(run.ended));
    const QString when = capitalized(whenText(run.ended, now));
    return run.started.isValid() && took.count() >= 0
        ? Spoken::tr("%1, in %2.", "today 09:41, in 14 s").arg(when, durationText(took))
        : Spoken::tr("%1.", "today 09:41").arg(when);
}

// The one that fits what the counted cells are compared with.
QString fitting(const PastRun &run, const QString &ofDataSet, const QString &ofShaped, const QString &ofSome)
{
    return run.leavesCells ? ofSome : run.shaping.isEmpty() ? ofDataSet : ofShaped;
}

QString shapingSentence(const PastRun &run)
{
    return run.shaping.isEmpty() ? QString() : Spoken::tr("Values as chosen: %1.").arg(run.shaping);
}

// What the cells were compared with: rows that Domo selected were not exported.
QString comparedData(const PastRun &run)
{
    return run.shaping.isEmpty() ? Spoken::tr("the DataSet as exported for this run")
                                 : Spoken::tr("what this run made of the DataSet");
}

QString comparedText(const PastRun &run)
{
    const QString compared = run.leavesCells
        ? Spoken::tr("Every cell that is this writeback's to set was read from Workiva and compared with %1. Other "
                     "cells of the region were not written.")
        : Spoken::tr("Every cell was read from Workiva and compared with %1.");
    return sentences({compared.arg(comparedData(run)), shapingSentence(run)});
}

QString pendingText(const PastRun &run)
{
    if (!run.pendingChanges)
        return Spoken::tr("It is not known whether changes from earlier runs may still arrive.");
    return *run.pendingChanges == 0
        ? QString()
        : Spoken::tr("Changes from earlier runs that may still arrive: %1. Check again later.")
              .arg(number(*run.pendingChanges));
}

Answer checkAnswer(const PastRun &run, const QDateTime &now)
{
    const QString nothing = Spoken::tr("Nothing was written.");
    const QString when = endTimeText(run, now);
    if (isIn(run, State::NothingToDo)) { // green only if nothing else may arrive
        const QString heading = fitting(run, Spoken::tr("Checked: all %1 cells match the DataSet"),
                                        Spoken::tr("Checked: all %1 cells are correct"),
                                        Spoken::tr("Checked: all %1 cells to be set are correct"));
        return {run.pendingChanges == 0 ? Tone::Ok : Tone::Warning, heading.arg(number(run.cellsCompared)),
                sentences({when, comparedText(run), nothing, pendingText(run)})};
    }
    if (isIn(run, State::Planned)) {
        const QString wouldChange = Spoken::tr("Checked: %1 cells would change");
        const QString heading =
            fitting(run, Spoken::tr("Checked: %1 cells differ from the DataSet"), wouldChange, wouldChange);
        return {
            Tone::Warning, heading.arg(number(run.cellsToChange)),
            sentences({when, comparedText(run), nothing, Spoken::tr("Run writes the differences."), pendingText(run)})};
    }
    return {Tone::Error, Spoken::tr("The sheet could not be checked"), sentences({when, nothing, pendingText(run)})};
}

QString heading(const PastRun &run)
{
    const bool isCounted = run.cellsCompared > 0; // early versions did not record it
    if (isIn(run, State::Verified) && isCounted)
        return fitting(run, Spoken::tr("Verified: all %1 cells match the DataSet"),
                       Spoken::tr("Verified: all %1 cells are correct"),
                       Spoken::tr("Verified: all %1 cells to be set are correct"))
            .arg(number(run.cellsCompared));
    if (isIn(run, State::NothingToDo) && isCounted)
        return fitting(run, Spoken::tr("Verified, nothing to write: all %1 cells already match the DataSet"),
                       Spoken::tr("Verified, nothing to write: all %1 cells are already correct"),
                       Spoken::tr("Verified, nothing to write: all %1 cells to be set are already correct"))
            .arg(number(run.cellsCompared));
    if (isIn(run, State::Failed))
        return Spoken::tr("Failed: nothing was written");
    if (isIn(run, State::Cancelled))
        return Spoken::tr("Cancelled: nothing was written");
    if (isIn(run, State::PartlyWritten))
        return Spoken::tr("Partly written: %1 of %2 changes are in the sheet")
            .arg(number(run.cellsWritten), number(run.cellsToChange));
    if (isIn(run, State::Mismatch))
        return fitting(run, Spoken::tr("Differs: %1 of %2 cells do not match the DataSet"),
                       Spoken::tr("Differs: %1 of %2 cells are not correct"),
                       Spoken::tr("Differs: %1 of %2 cells to be set are not correct"))
            .arg(number(run.cellsWrong), number(run.cellsCompared));
    if (isIn(run, State::OutcomeUnknown))
        return Spoken::tr("Outcome unknown: the sheet may have changed");
    return endName(run.state, run.error).text; // refused and declined, with the reason
}

// How the heading is known. With an error, what it means for the sheet stands beside what happened.
QString reasonText(const PastRun &run)
{
    if (isIn(run, State::Verified)) {
        const QString compared = run.leavesCells
            ? Spoken::tr("Every cell that is this writeback's to set was read back from Workiva and compared with %1. "
                         "Other cells of the region were not written.")
            : Spoken::tr("Every cell was read back from Workiva and compared with %1.");
        return sentences({compared.arg(comparedData(run)), shapingSentence(run)});
    }
    if (isIn(run, State::NothingToDo))
        return comparedText(run);
    if (isIn(run, State::Refused))
        return Spoken::tr("Nothing was written.");
    const auto state = Writeback::stateOf(run.state);
    return run.error || !state ? QString() : stateText(*state);
}

} // namespace

Answer answer(const PastRun &run, const QDateTime &now)
{
    if (run.isElsewhere)
        return {elsewhereName().tone, elsewhereName().text, startText(run, now)};
    if (run.isInterrupted())
        return {interruptedName(run.hasSent).tone,
                run.hasSent ? Spoken::tr("Interrupted: the sheet may have changed")
                            : Spoken::tr("Interrupted: nothing was written"),
                sentences({startText(run, now), interruptedText(run.hasSent)})};
    if (run.isCheck)
        return checkAnswer(run, now);
    return {endName(run.state, run.error).tone, heading(run), sentences({endTimeText(run, now), reasonText(run)})};
}

Answer neverRunAnswer()
{
    return {Tone::Note, Spoken::tr("Never run"),
            Spoken::tr("Run compares the sheet with the DataSet, writes the differences and reads every cell back. "
                       "It asks you first if it would overwrite formulas, or clear more cells than it writes.")};
}

Answer unknownPastAnswer()
{
    return {Tone::Warning, Spoken::tr("The run history could not be read"),
            Spoken::tr("It is not known whether this writeback has run, or how its last run ended.")};
}

Answer changedAnswer(const PastRun &last, Writeback::Changed changed, const QDateTime &now)
{
    using Writeback::Changed;
    const QString when = whenText(last.started, now);
    QString body;
    switch (changed) {
    case Changed::Nothing: break;
    case Changed::Options: body = Spoken::tr("The last run, %1, used other options.").arg(when); break;
    case Changed::DataSet: body = Spoken::tr("The last run, %1, used another DataSet.").arg(when); break;
    case Changed::Target:
        body = Spoken::tr("The last run, %1, used another target: \"%2\".").arg(when, shown(last.target));
        break;
    }
    return {Tone::Note, Spoken::tr("Changed since the last run"), body};
}

Answer overwrittenAnswer(const QString &writeback, const QDateTime &sent, const QDateTime &now)
{
    const QString when = whenText(sent, now);
    const QString what = writeback.isEmpty()
        ? Spoken::tr("A run without a saved writeback sent changes to this region %1.").arg(when)
        : Spoken::tr("The writeback \"%1\" sent changes to this region %2.").arg(shown(writeback), when);
    return {Tone::Note, Spoken::tr("Changed by another run"),
            sentences({what, Spoken::tr("Check compares the sheet with the DataSet.")})};
}

Line lastVerifiedLine(const PastRun &run, const QDateTime &now)
{
    return {Tone::Note,
            fitting(run, Spoken::tr("Last verified %1: %2 cells matched the DataSet as exported for that run."),
                    Spoken::tr("Last verified %1: %2 cells were correct."),
                    Spoken::tr("Last verified %1: the %2 cells that the run had to set were correct."))
                .arg(whenText(run.ended, now), number(run.cellsCompared))};
}

Line leftUnknownLine(const PastRun &run, const QDateTime &now)
{
    return {Tone::Error,
            Spoken::tr("The sheet's state has been unknown since the run of %1. Check compares it with the DataSet.")
                .arg(whenText(run.started, now))};
}

Line elsewhereName()
{
    return {Tone::Waiting, Spoken::tr("Running in another program")};
}

Line pastRunLine(const PastRun &run)
{
    if (run.isElsewhere)
        return elsewhereName();
    if (run.isInterrupted())
        return interruptedName(run.hasSent);
    Line end = run.isCheck ? checkName(run.state, run.isDataSet()) : endName(run.state, run.error);
    if (run.isCheck && isIn(run, State::Planned))
        return {end.tone, Spoken::tr("%1, %2 cells").arg(end.text, number(run.cellsToChange))};
    if (isIn(run, State::Verified))
        return {end.tone, Spoken::tr("%1, %2 changes").arg(end.text, number(run.cellsWritten))};
    if (isIn(run, State::PartlyWritten))
        return {end.tone,
                Spoken::tr("%1, %2 of %3 changes").arg(end.text, number(run.cellsWritten), number(run.cellsToChange))};
    if (isIn(run, State::Mismatch))
        return {end.tone, Spoken::tr("%1, %2 cells").arg(end.text, number(run.cellsWrong))};
    return end;
}

} // namespace Words
