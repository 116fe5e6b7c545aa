#pragma once

#include "profiles/profile.h"

#include <QString>

#include <chrono>
#include <optional>

namespace Cli {

// What the user typed after `copy`, as text. Empty: not given.
struct CopyOptions
{
    QString domoUrl;
    QString workivaUrl;
    QString regionHost; // us, eu or apac
    QString dataSet; // IDs may be whole web addresses
    QString spreadsheet;
    QString sheet;
    QString region;
    QString dataDir; // empty: the user's own
    Profiles::Profile profile; // how it is written; what and where is in the texts above
    bool allowClearing = false;
    bool wait = false; // for an earlier write that cannot be followed
    std::optional<std::chrono::seconds> waitFor; // since that was sent; none: for as long as a run waits of itself
    bool ignoreEarlier = false;
    bool dryRun = false;
    bool yes = false;
    bool json = false;
};

} // namespace Cli
