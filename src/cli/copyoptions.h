#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Cli {

// The options of `copy`, as typed. Empty: not given.
struct CopyOptions
{
    QString domoUrl;
    QString workivaUrl;
    QString baseUrlRegion; // us, eu or apac
    QString dataSet; // IDs may also be web addresses
    QString spreadsheet;
    QString sheet;
    QString region;
    QString dataDir; // empty: the user's data folder
    bool noHeader = false;
    bool asKept = false;
    bool datesAsText = false;
    bool allowClearing = false;
    bool wait = false; // for an earlier write that cannot be followed
    std::optional<std::chrono::seconds> waitFor; // after that was sent; none: the run's default
    bool ignoreEarlier = false;
    bool dryRun = false;
    bool yes = false;
    bool json = false;
};

} // namespace Cli
