#pragma once

#include "cli/guardoptions.h"
#include "writeback/runrequest.h"

#include <optional>

namespace Cli {

// The options of every command that runs something.
struct RunOptions
{
    QString dataDir; // empty: the user's data folder
    QString period; // of the data; empty: not given
    GuardOptions guards;
    bool allowClearing = false;
    bool keepEdited = false;
    bool wait = false; // for an earlier write that cannot be followed
    std::optional<std::chrono::seconds> waitFor; // after that was sent; none: the run's default
    bool ignoreEarlier = false;
    bool dryRun = false;
    bool yes = false;
    bool json = false;
    int changes = 0; // of a dry run, to be printed
    QString csv; // file for all changes of a dry run; empty: none
    QString xlsx; // file for its review; likewise
};

// Applies the options to the request. A run gets permission to write by --yes, or from a person to ask; NoConsent
// without either. A dry run needs none. Errors are also those of rulesOf(), on this day, of
// Sheet::periodIn(), and InvalidInput with Core::FileGivenTwice as cause.
[[nodiscard]] Core::Result<void> apply(const RunOptions &options, bool interactive, Writeback::RunRequest &request);

} // namespace Cli
