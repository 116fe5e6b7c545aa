#pragma once

#include "writeback/runreport.h"

namespace Cli {

// The program's exit codes. Part of the interface: a number's meaning never changes.
enum class ExitCode {
    Done = 0, // verified, or nothing to write
    Usage = 2,
    Credentials = 3, // or a missing scope
    Refused = 4, // by a guard or a person; nothing was written
    NotFound = 5, // or no access
    Failed = 6, // service or network; nothing was written
    NotAsDesired = 7, // written, but the sheet differs
    OutcomeUnknown = 8,
    Cancelled = 9,
    Differences = 10, // found by a dry run
    ReportLost = 11, // ended as with 0 or 10, but that could not be printed, or a file of it not written
    RegionChanged = 12, // a check found that the region is not what the last verified run left there
    NeedsAttention = 13, // a saved writeback or its schedule needs somebody; a notice did not get through
};

// Of several runs, the most serious code: what leaves a sheet in doubt comes before what left it unchanged.
[[nodiscard]] ExitCode mostSerious(const QList<ExitCode> &codes); // Done if there is none
[[nodiscard]] const QList<ExitCode> &bySeriousness(); // all codes, the most serious first

[[nodiscard]] ExitCode exitCode(const Writeback::RunReport &report);

// Of a check; `pendingChanges`: see Runs::RunProgress.
[[nodiscard]] ExitCode checkCode(const Writeback::RunReport &report, const std::optional<qint64> &pendingChanges);

// The code if the report could not be printed or a file of it not written: 0 or 10 would imply that it was.
[[nodiscard]] ExitCode withoutReport(ExitCode code);

} // namespace Cli
