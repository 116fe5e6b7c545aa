#include "cli/commands/manualcommand.h"

#include "cli/manualpage.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>

namespace Cli {

ManualCommand::ManualCommand(CLI::App &app, QObject *parent)
    : Command(parent)
    , m_program(app)
    , m_app(app.add_subcommand("manual", "Print the manual page, to be shown by \"man -l -\""))
{
}

bool ManualCommand::isAskedFor() const
{
    return m_app->parsed();
}

void ManualCommand::start()
{
    const auto printed = print(manualPage(factsOf(m_program), QStringLiteral(WRITEBACK_VERSION)));
    Q_EMIT finished(printed ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
