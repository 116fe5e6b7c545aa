#include "cli/commands/copycommand.h"

#include "cli/copydefinitions.h"
#include "cli/copyrequest.h"
#include "cli/helptext.h"
#include "cli/terminalrun.h"

#include <CLI/CLI.hpp>

namespace Cli {

namespace {

// The default of --wait.
long long defaultWait()
{
    return std::chrono::duration_cast<std::chrono::seconds>(Writeback::RunRequest().settleTime).count();
}

// Validates the value of --wait.
std::string seconds(const std::string &text)
{
    const bool isNumber = text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
    return isNumber ? std::string() : "not a number of seconds: " + text;
}

void addWriteOptions(CLI::App *command, RunOptions &options)
{
    command->add_flag("--allow-clearing", options.allowClearing,
                      "Write with --yes even if the DataSet is empty or more cells are cleared than written");
    CLI::Option *wait = command
                            ->add_option_function<std::string>(
                                "--wait",
                                [&options](const std::string &seconds) {
                                    options.wait = true;
                                    if (!seconds.empty())
                                        options.waitFor = std::chrono::seconds(std::stoi(seconds));
                                },
                                "If the outcome of an earlier write is unknown, wait until SECONDS (default: "
                                    + std::to_string(defaultWait()) + ") after it was sent instead of refusing")
                            ->type_name("[SECONDS]")
                            ->expected(0, 1)
                            ->check(CLI::Validator(seconds, ""));
    command->add_flag("--ignore-earlier", options.ignoreEarlier, "Run even if an earlier write may still arrive")
        ->excludes(wait);
    command->add_flag("--dry-run", options.dryRun, "Show what would change without writing");
    command->add_flag("--yes", options.yes, "Write without confirmation; required when not run in a terminal");
}

} // namespace

CopyCommand::CopyCommand(CLI::App &app, QObject *parent)
    : Command(parent), m_app(app.add_subcommand("copy", "Write a DataSet to a region and verify it"))
{
    m_app->footer(copyHelp());
    addCopyOptions(m_app, m_options);
    addWriteOptions(m_app, m_options.run);
}

bool CopyCommand::isAskedFor() const
{
    return m_app->parsed();
}

void CopyCommand::start()
{
    auto *run = new TerminalRun(m_options.run, this);
    connect(run, &TerminalRun::finished, this, &CopyCommand::finished);
    run->start(requestOf(m_options, QProcessEnvironment::systemEnvironment(), isInteractive()));
}

} // namespace Cli
