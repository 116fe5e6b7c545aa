#pragma once

#include "core/result.h"
#include "writeback/runrequest.h"

namespace Cli {

struct CopyOptions;

// Who allows a run to write: --yes, or a person who can be asked. NoConsent where there is neither. A dry run needs
// nobody.
[[nodiscard]] Core::Result<Writeback::Prompt> consent(const CopyOptions &options, bool personIsThere);

} // namespace Cli
