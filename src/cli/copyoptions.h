#pragma once

#include "core/result.h"
#include "writeback/runrequest.h"

#include <QProcessEnvironment>

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
    bool noHeader = false;
    bool asKept = false;
    bool datesAsText = false;
    bool allowClearing = false;
    bool wait = false; // for an earlier write that cannot be followed
    std::optional<std::chrono::seconds> waitFor; // since that was sent; none: for as long as a run waits of itself
    bool ignoreEarlier = false;
    bool dryRun = false;
    bool yes = false;
    bool json = false;
};

// The request that options and environment make together: addresses taken apart, the secrets from DOMO_CLIENT_ID,
// DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID and WORKIVA_CLIENT_SECRET. InvalidInput, BadAddress or InvalidRegion name what
// is wrong; a variable that is missing is BadCredentials with Core::NotGiven as cause; NoConsent see consent().
[[nodiscard]] Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options,
                                                            const QProcessEnvironment &environment, bool personIsThere);

} // namespace Cli
