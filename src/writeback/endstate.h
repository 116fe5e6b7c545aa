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
    bool altered = false; // and differed from before
    bool provenUntouched = false; // or did not differ, in all readings during the read lag
    bool asDesired = false; // or left nothing to write
};

// The only true state for these facts. Pure; the tests have the table.
[[nodiscard]] State endState(const Ending &ending);

} // namespace Writeback
