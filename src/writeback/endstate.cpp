#include "writeback/endstate.h"

namespace Writeback {

namespace {

bool isRefusal(Core::ErrorKind kind)
{
    switch (kind) {
    case Core::ErrorKind::TooLarge:
    case Core::ErrorKind::Locked:
    case Core::ErrorKind::LinkedDataset:
    case Core::ErrorKind::Overflow:
    case Core::ErrorKind::Guarded:
    case Core::ErrorKind::Declined:
    case Core::ErrorKind::Busy: return true;
    default: return false;
    }
}

State unsentState(const Ending &ending)
{
    if (ending.unanswered) // what does not show yet may still come
        return State::OutcomeUnknown;
    if (ending.formatted) // the values are as they were; the sheet is not
        return State::PartlyWritten;
    const Core::ErrorKind kind = ending.error->kind;
    if (kind == Core::ErrorKind::Cancelled)
        return State::Cancelled;
    return isRefusal(kind) ? State::Refused : State::Failed;
}

State stoppedWhileWriting(const Ending &ending)
{
    if (ending.readBack && ending.asDesired)
        return State::Verified;
    if (ending.cellsWritten > 0 || (ending.readBack && ending.altered))
        return ending.readBack || !ending.unanswered ? State::PartlyWritten : State::OutcomeUnknown;
    return unsentState(ending);
}

} // namespace

State endState(const Ending &ending)
{
    if (!ending.error) {
        if (!ending.differs)
            return State::NothingToDo;
        return ending.dryRun ? State::Planned : State::Verified;
    }
    if (!ending.sent)
        return unsentState(ending);
    if (ending.failedStep == StepName::Verify)
        return ending.error->kind == Core::ErrorKind::Mismatch ? State::Mismatch : State::OutcomeUnknown;
    return stoppedWhileWriting(ending);
}

} // namespace Writeback
