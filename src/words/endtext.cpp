#include "words/endtext.h"

#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/spoken.h"
#include "words/statetext.h"
#include "words/whentext.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

using Core::ErrorKind;
using Writeback::Finding;
using Writeback::State;

// The reason for a refusal; empty if the kind adds nothing to it.
QString refusalName(const Core::Error &error)
{
    if (const auto *finding = error.cause.as<Finding>())
        return findingName(*finding);
    switch (error.kind) {
    case ErrorKind::TooLarge: return Spoken::tr("too large for a sheet");
    case ErrorKind::Locked: return Spoken::tr("locked");
    case ErrorKind::LinkedDataset: return Spoken::tr("the region overlaps a linked dataset");
    case ErrorKind::Overflow: return Spoken::tr("the data does not fit");
    case ErrorKind::AmbiguousKey: return Spoken::tr("the key does not identify the rows");
    case ErrorKind::OtherColumns: return Spoken::tr("the columns do not match");
    case ErrorKind::AlreadyAppended: return Spoken::tr("already appended");
    case ErrorKind::FixedRow: return Spoken::tr("a row cannot be moved");
    case ErrorKind::Busy: return Spoken::tr("another run is using the sheet");
    case ErrorKind::NoConsent: return Spoken::tr("not confirmed");
    case ErrorKind::EarlierWrite: return Spoken::tr("an earlier write may still arrive");
    case ErrorKind::Disk: return Spoken::tr("the run history or its lock could not be used");
    default: return {};
    }
}

QString endText(const QString &state, const std::optional<Core::Error> &error)
{
    if (!error || state != Writeback::name(State::Refused))
        return stateName(state);
    if (error->kind == ErrorKind::Declined)
        return Spoken::tr("Declined, unchanged");
    const QString why = refusalName(*error);
    return why.isEmpty() ? stateName(state) : Spoken::tr("Refused: %1").arg(why);
}

} // namespace

Line endName(const QString &state, const std::optional<Core::Error> &error)
{
    // What a person chose needs nobody.
    const bool isDeclined = error && error->kind == ErrorKind::Declined;
    return {isDeclined ? Tone::Note : stateTone(state), endText(state, error)};
}

QString nextText(State state, const Core::Error &error, const QString &instead)
{
    const bool isToTryAgain = error.kind == ErrorKind::ConnectionLost || error.kind == ErrorKind::TimedOut
        || error.kind == ErrorKind::ServiceFailed || error.kind == ErrorKind::OutcomeUnknown;
    QStringList sentences{instead.isEmpty() ? errorText(error).next : instead, adviceText(state)};
    if (isToTryAgain && !sentences.last().isEmpty())
        sentences.removeFirst();
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

Line interruptedName(bool hasSent)
{
    return hasSent ? Line{Tone::Error, Spoken::tr("Interrupted, sheet state unknown")}
                   : Line{Tone::Warning, Spoken::tr("Interrupted before writing")};
}

QString interruptedText(bool hasSent)
{
    return hasSent
        ? Spoken::tr("The run had begun to write and was cut off, probably because the program or the computer "
                     "stopped. The state of the sheet is not known. Check compares the sheet with the DataSet; Run "
                     "compares it too, and writes the differences.")
        : Spoken::tr("The run was cut off before it wrote anything, probably because the program or the computer "
                     "stopped.");
}

Line checkName(const QString &state, bool isDataSet)
{
    if (state == Writeback::name(State::NothingToDo))
        return {Tone::Ok, isDataSet ? Spoken::tr("Matches the DataSet") : Spoken::tr("Nothing to change")};
    if (state == Writeback::name(State::Planned))
        return {Tone::Warning, isDataSet ? Spoken::tr("Differs from the DataSet") : Spoken::tr("Would change")};
    return {Tone::Error, Spoken::tr("Could not be checked")};
}

Line checkText(const Writeback::RunReport &report, const std::optional<qint64> &pendingChanges)
{
    const Writeback::ChangeCounts &changes = report.review.changes;
    Tone tone = Tone::Error;
    QStringList sentences;
    if (report.state == State::NothingToDo) {
        tone = Tone::Ok;
        sentences.append(Spoken::tr("All cells to be set are correct: %1 were read and compared.")
                             .arg(number(report.cellsCompared)));
    } else if (report.state == State::Planned) {
        tone = Tone::Warning;
        sentences.append(
            Spoken::tr("The region is not as a run would leave it: %1 cells have other values, %2 are missing, %3 "
                       "should be empty. Run writes the differences.")
                .arg(number(changes.changed), number(changes.added), number(changes.cleared)));
    } else {
        sentences.append(Spoken::tr("The sheet could not be checked."));
        if (report.error) {
            const ErrorText text = errorText(*report.error);
            sentences += {text.message, text.next};
        }
    }
    if (pendingChanges.value_or(0) > 0)
        sentences.append(Spoken::tr("Changes from earlier runs that may still arrive: %1. Check again later.")
                             .arg(number(*pendingChanges)));
    sentences.removeAll(QString());
    return {tone, sentences.join(u' ')};
}

Line regionSinceLine(const std::optional<Writeback::RegionSince> &since, const QDateTime &now)
{
    if (!since)
        return {Tone::Note,
                Spoken::tr("What the last verified run of this region left there is not known, and so not whether the "
                           "region has changed since.")};
    const QString when = whenText(since->left, now);
    if (since->changed == 0)
        return {Tone::Ok, Spoken::tr("The region holds what the last verified run, %1, left there.").arg(when)};
    return {Tone::Warning,
            Spoken::tr("Cells that no longer hold what the last verified run, %1, left there: %2, the first at %3.")
                .arg(when, number(since->changed), since->first)};
}

} // namespace Words
