#include "cli/consent.h"

#include "cli/copyoptions.h"

namespace Cli {

Core::Result<Writeback::Ask> consent(const CopyOptions &options, bool personIsThere)
{
    if (options.yes || options.dryRun)
        return Writeback::Ask::Never;
    if (!personIsThere)
        return Core::fail(Core::ErrorKind::NoConsent);
    return Writeback::Ask::Always;
}

} // namespace Cli
