#include "words/statetext.h"

#include "words/shown.h"
#include "words/spoken.h"

#include <QHash>

namespace Words {

using Writeback::State;

QString sheetText(State state)
{
    switch (state) {
    case State::Verified:
        return Spoken::tr(
            "The region holds what the run was to write: all of it was read back after the last change, and "
            "every cell is correct.");
    case State::NothingToDo:
        return Spoken::tr("The region already held what the run was to write: every cell was compared, and nothing was "
                          "written.");
    case State::Planned: return Spoken::tr("This was a dry run: nothing was written.");
    case State::Refused:
    case State::Failed:
    case State::Cancelled: return Spoken::tr("Nothing was written: this run changed no value in the sheet.");
    case State::PartlyWritten: return Spoken::tr("Writing stopped partway, and the sheet is incomplete.");
    case State::Mismatch:
        return Spoken::tr(
            "All changes were sent, but values read back from the sheet differ from what was to be written.");
    case State::OutcomeUnknown:
        return Spoken::tr("A change was sent, but it is not known what the sheet contains now, or will contain once "
                          "the change completes.");
    }
    Q_UNREACHABLE();
}

QString adviceText(State state)
{
    switch (state) {
    case State::PartlyWritten:
        return Spoken::tr("Run again to compare it with the DataSet and write the remaining differences.");
    case State::OutcomeUnknown:
        return Spoken::tr("Check the sheet, or run again: a run first waits for pending changes, then compares and "
                          "writes the differences.");
    default: return {};
    }
}

QString stateText(State state)
{
    const QString advice = adviceText(state);
    return advice.isEmpty() ? sheetText(state) : sheetText(state) + u' ' + advice;
}

QString stateName(const QString &state)
{
    const QHash<QString, QString> names{
        {Writeback::name(State::Verified), Spoken::tr("Verified")},
        {Writeback::name(State::NothingToDo), Spoken::tr("Verified, nothing to write")},
        {Writeback::name(State::Planned), Spoken::tr("Dry run")},
        {Writeback::name(State::Refused), Spoken::tr("Refused, unchanged")},
        {Writeback::name(State::Failed), Spoken::tr("Failed, unchanged")},
        {Writeback::name(State::PartlyWritten), Spoken::tr("Partly written")},
        {Writeback::name(State::Mismatch), Spoken::tr("Differs")},
        {Writeback::name(State::OutcomeUnknown), Spoken::tr("Outcome unknown")},
        {Writeback::name(State::Cancelled), Spoken::tr("Cancelled, unchanged")},
    };
    return names.value(state, shown(state)); // a state of a later version has no translation
}

Tone stateTone(const QString &state)
{
    const QHash<QString, Tone> tones{
        {Writeback::name(State::Verified), Tone::Ok},    {Writeback::name(State::NothingToDo), Tone::Ok},
        {Writeback::name(State::Planned), Tone::Note},   {Writeback::name(State::Refused), Tone::Warning},
        {Writeback::name(State::Failed), Tone::Error},   {Writeback::name(State::PartlyWritten), Tone::Error},
        {Writeback::name(State::Mismatch), Tone::Error}, {Writeback::name(State::OutcomeUnknown), Tone::Error},
        {Writeback::name(State::Cancelled), Tone::Note},
    };
    return tones.value(state, Tone::Warning);
}

} // namespace Words
