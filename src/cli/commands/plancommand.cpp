#include "cli/commands/plancommand.h"

#include "cli/copydefinitions.h"
#include "cli/copyrequest.h"
#include "cli/definitions.h"
#include "cli/helptext.h"
#include "cli/terminalrun.h"

#include <CLI/CLI.hpp>

namespace Cli {

namespace {

constexpr int changesShown = 20;

} // namespace

PlanCommand::PlanCommand(CLI::App &app, QObject *parent)
    : Command(parent), m_app(app.add_subcommand("plan", "Show what copy would change, and the totals of the columns"))
{
    m_options.run.dryRun = true;
    m_options.run.changes = changesShown;
    m_app->footer(copyHelp());
    addCopyOptions(m_app, m_options);
    addOption(m_app, "--csv", m_options.run.csv, "Write all changes to a CSV file")->type_name("FILE");
    addOption(m_app, "--xlsx", m_options.run.xlsx, "Write the summary, the totals and all changes to an .xlsx file")
        ->type_name("FILE");
}

bool PlanCommand::isAskedFor() const
{
    return m_app->parsed();
}

void PlanCommand::start()
{
    auto *run = new TerminalRun(m_options.run, this);
    connect(run, &TerminalRun::finished, this, &PlanCommand::finished);
    run->start(requestOf(m_options, QProcessEnvironment::systemEnvironment(), isInteractive()));
}

} // namespace Cli
