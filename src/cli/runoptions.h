#pragma once

#include "core/result.h"
#include "writeback/runrequest.h"

#include <optional>

namespace Cli {

// What every command that runs something takes.
struct RunOptions
{
    QString dataDir; // empty: the user's own
    bool allowClearing = false;
    bool wait = false; // for an earlier write that cannot be followed
    std::optional<std::chrono::seconds> waitFor; // since that was sent; none: for as long as a run waits of itself
    bool ignoreEarlier = false;
    bool dryRun = false;
    bool yes = false;
    bool json = false;
};

// What the options say of this run. Who allows it to write: --yes, or a person who can be asked; NoConsent where there
// is neither. A dry run needs nobody.
[[nodiscard]] Core::Result<void> apply(const RunOptions &options, bool personIsThere, Writeback::RunRequest &request);

} // namespace Cli
