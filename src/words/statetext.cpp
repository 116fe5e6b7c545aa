#include "words/statetext.h"

#include "words/shown.h"
#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

using Writeback::State;

QString stateText(State state)
{
    switch (state) {
    case State::Verified:
        return Spoken::tr("The region holds the data: after the last change all of it was read back, and every cell is "
                          "as desired.");
    case State::NothingToDo:
        return Spoken::tr("The region held the data already: every cell was compared, and nothing was written.");
    case State::Planned: return Spoken::tr("This was a dry run: nothing was written.");
    case State::Refused:
    case State::Failed:
    case State::Cancelled: return Spoken::tr("Nothing was written: this run has changed no value in the sheet.");
    case State::PartlyWritten:
        return Spoken::tr("Writing stopped part of the way: the sheet does not hold all that it should. Running again "
                          "compares it with the data and writes what differs.");
    case State::Mismatch:
        return Spoken::tr("The sheet was written, and what was read back after that is not what it should hold.");
    case State::OutcomeUnknown:
        return Spoken::tr("Something was sent, and it could not be found out what the sheet holds, or will hold once "
                          "that is done. Look at the sheet, or run again: a run first follows what may be under way, "
                          "then compares, and writes what differs.");
    }
    Q_UNREACHABLE();
}

QString stateSign(const QString &state)
{
    const bool good =
        state == Writeback::name(Writeback::State::Verified) || state == Writeback::name(Writeback::State::NothingToDo);
    return good ? u"✓ "_s : u"✗ "_s;
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
    return names.value(state, shown(state)); // one of a later version by its own name
}

} // namespace Words
