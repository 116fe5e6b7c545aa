#pragma once

#include "writeback/runreport.h"

namespace Cli {

// What the program tells a script. Part of the interface: numbers are never given another meaning.
enum class ExitCode {
    Done = 0, // verified, or nothing to do
    Usage = 2,
    Credentials = 3, // or a missing scope
    Refused = 4, // by a guard or a person; nothing was written
    NotFound = 5, // or no access
    Failed = 6, // service or network; nothing was written
    NotAsDesired = 7, // written, and not as desired
    OutcomeUnknown = 8,
    Cancelled = 9,
    Differences = 10, // a dry run found some
    ReportLost = 11, // it ended as for 0 or 10, and that could not be printed
};

[[nodiscard]] ExitCode exitCode(const Writeback::RunReport &report);

// When nothing of it could be told: a code of 0 or 10 would be taken for a report that was read.
[[nodiscard]] ExitCode untold(ExitCode code);

} // namespace Cli
