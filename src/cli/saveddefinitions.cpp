#include "cli/saveddefinitions.h"

#include "cli/definitions.h"
#include "cli/savedchoice.h"

#include <CLI/CLI.hpp>

namespace Cli {

void addSavedOptions(CLI::App *command, SavedOptions &options)
{
    addDataDir(command, options.dataDir);
    addOption(command, "--account", options.account, "For a file: the saved account, by name or ID")->type_name("NAME");
    addOption(command, "--region-host", options.baseUrlRegion,
              "For a file without --account: Workiva Base URL Region, us, eu or apac")
        ->type_name("NAME");
    addOption(command, "--workiva-url", options.workivaUrl, "For a file without --account: Workiva base URL")
        ->type_name("URL");
    addOption(command, "--domo-url", options.domoUrl, "For a file without --account: Domo base URL")->type_name("URL");
}

void addDataDir(CLI::App *command, QString &into)
{
    addOption(command, "--data-dir", into,
              "Folder of accounts, writebacks, run history and locks (default: those of the user, as in the window)")
        ->type_name("FOLDER");
}

} // namespace Cli
