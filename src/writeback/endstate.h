#pragma once

#include "writeback/runreport.h"

namespace Writeback {

// All facts that decide how a run ends.
struct Ending
{
    std::optional<Core::Error> error{}; // that stopped the steps
    std::optional<StepName> failedStep{}; // the step it occurred in
    bool dryRun = false;
    bool differs = false; // there was something to write
    bool sent = false; // a request to change the sheet was sent
    bool unanswered = false; // values were sent, and it is not known whether they are or will be in the sheet
    qint64 cellsDone = 0; // in blocks whose operation completed
    bool readBack = false; // the whole region was read after the last change
    bool altered = false; // a read-back found cells that differ from before
    bool provenUntouched = false; // all readings during the read lag showed the old state
    bool asDesired = false; // the last reading left nothing to write
};

// The only true state for these facts. Pure; the tests have the table.
[[nodiscard]] State endState(const Ending &ending);

} // namespace Writeback
