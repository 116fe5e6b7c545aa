#pragma once

#include "core/result.h"
#include "writeback/runrequest.h"

#include <QProcessEnvironment>

namespace Cli {

struct CopyOptions;

// The request that options and environment make together: addresses taken apart, the secrets from DOMO_CLIENT_ID,
// DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID and WORKIVA_CLIENT_SECRET. InvalidInput, BadAddress or InvalidRegion name what
// is wrong; a variable that is missing is BadCredentials with Core::NotGiven as cause; NoConsent see apply().
[[nodiscard]] Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options,
                                                            const QProcessEnvironment &environment, bool personIsThere);

} // namespace Cli
