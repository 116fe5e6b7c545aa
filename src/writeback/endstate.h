#pragma once

#include "writeback/runreport.h"

namespace Writeback {

// All that decides how a run ends.
struct Ending
{
    std::optional<Core::Error> error{}; // what ended the steps early
    std::optional<StepName> failedStep{}; // and in which
    bool dryRun = false;
    bool differs = false; // there was something to write
    bool sent = false; // a request to change values was sent
    bool formatted = false; // cells were given another format before that
    bool unanswered = false; // the outcome of a request was not seen
    qint64 cellsWritten = 0; // in blocks whose operation completed
    bool readBack = false; // all that was sent has been read back
    bool altered = false; // and was not as before
    bool asDesired = false; // and left nothing to do
};

// The one state that is true of such a run. Pure; tests hold the table.
[[nodiscard]] State endState(const Ending &ending);

} // namespace Writeback
