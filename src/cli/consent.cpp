#include "cli/consent.h"

#include "cli/copyoptions.h"

namespace Cli {

Core::Result<Writeback::Prompt> consent(const CopyOptions &options, bool personIsThere)
{
    if (options.yes || options.dryRun)
        return Writeback::Prompt::Never;
    if (!personIsThere)
        return Core::fail(Core::ErrorKind::NoConsent);
    return Writeback::Prompt::Always;
}

} // namespace Cli
