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
    bool sent = false; // a request to change the sheet has left
    bool unanswered = false; // values were sent, and whether they are or will be in the sheet was not seen
    qint64 cellsDone = 0; // in blocks whose operation completed
    bool readBack = false; // the whole region has been read after that
    bool altered = false; // and was not as before
    bool provenUntouched = false; // or was, in all readings over the time that they may lag
    bool asDesired = false; // or left nothing to do
};

// The one state that is true of such a run. Pure; tests hold the table.
[[nodiscard]] State endState(const Ending &ending);

} // namespace Writeback
