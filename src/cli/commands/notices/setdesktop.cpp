#include "cli/commands/notices/setdesktop.h"

#include "cli/helptext.h"
#include "notices/senddesktop.h"

#include <CLI/CLI.hpp>

namespace Cli {

SetDesktop::SetDesktop(CLI::App &notices, QObject *parent)
    : StoringCommand(notices, {"set-desktop", "Show notices on the desktop of the user who starts the runs (Linux)"},
                     parent)
{
    addUsualOptions();
    app()->footer(desktopHelp());
}

void SetDesktop::start()
{
    if (const auto offered = Notices::desktopIsOffered(); !offered)
        return refuse(offered.error());
    auto changed = channels().read();
    if (!changed)
        return refuse(changed.error());
    changed->desktop.emplace();
    store(*changed, {});
}

} // namespace Cli
