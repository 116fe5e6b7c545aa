#pragma once

#include "core/result.h"
#include "writeback/runrequest.h"

namespace Cli {

struct CopyOptions;

// How a run gets permission to write: --yes, or a person to ask. NoConsent without either; a dry run needs none.
[[nodiscard]] Core::Result<Writeback::Prompt> consent(const CopyOptions &options, bool interactive);

} // namespace Cli
