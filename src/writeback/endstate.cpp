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
    case Core::ErrorKind::AmbiguousKey:
    case Core::ErrorKind::OtherColumns:
    case Core::ErrorKind::AlreadyAppended:
    case Core::ErrorKind::FixedRow:
    case Core::ErrorKind::Declined:
    case Core::ErrorKind::Busy:
    case Core::ErrorKind::Disk: // of the lock or the journal: a run that other runs could not know about does not start
    case Core::ErrorKind::NoConsent:
    case Core::ErrorKind::EarlierWrite: return true;
    default: return false;
    }
}

State untouchedState(Core::ErrorKind kind)
{
    if (kind == Core::ErrorKind::Cancelled)
        return State::Cancelled;
    return isRefusal(kind) ? State::Refused : State::Failed;
}

// Only reading tells what was written, and how much of it.
State stoppedWhileWriting(const Ending &ending)
{
    if (!ending.readBack || ending.unanswered)
        return State::OutcomeUnknown;
    if (ending.cellsDone > 0 || ending.altered)
        return State::PartlyWritten;
    return ending.provenUntouched ? untouchedState(ending.error->kind) : State::OutcomeUnknown;
}

} // namespace

State endState(const Ending &ending)
{
    if (!ending.error) {
        if (!ending.differs)
            return State::NothingToDo;
        if (ending.dryRun)
            return State::Planned;
        return ending.readBack && ending.asDesired ? State::Verified : State::OutcomeUnknown;
    }
    if (!ending.sent)
        return untouchedState(ending.error->kind);
    if (ending.readBack && ending.asDesired)
        return State::Verified;
    if (ending.failedStep == StepName::Verify)
        return ending.error->kind == Core::ErrorKind::Mismatch ? State::Mismatch : State::OutcomeUnknown;
    return stoppedWhileWriting(ending);
}

} // namespace Writeback
