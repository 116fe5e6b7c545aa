#include "cli/consent.h"

#include "cli/copyoptions.h"

namespace Cli {

Core::Result<Writeback::Prompt> consent(const CopyOptions &options, bool interactive)
{
    if (options.yes || options.dryRun)
        return Writeback::Prompt::Never;
    if (!interactive)
        return Core::fail(Core::ErrorKind::NoConsent);
    return Writeback::Prompt::Always;
}

} // namespace Cli
