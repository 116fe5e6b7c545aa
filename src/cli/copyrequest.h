#pragma once

#include "core/result.h"
#include "writeback/runrequest.h"

#include <QProcessEnvironment>

namespace Cli {

struct CopyOptions;

// The request from options and environment: parsed addresses, and the credentials from DOMO_CLIENT_ID,
// DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID and WORKIVA_CLIENT_SECRET. InvalidInput, BadAddress or InvalidRegion name what
// is wrong; a missing variable is BadCredentials with Core::NotGiven as cause; for NoConsent see apply().
[[nodiscard]] Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options,
                                                            const QProcessEnvironment &environment, bool interactive);

} // namespace Cli
