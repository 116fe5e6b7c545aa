#include "cli/commands/completioncommand.h"

#include "cli/completion.h"
#include "cli/definitions.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

CompletionCommand::CompletionCommand(CLI::App &app, QObject *parent)
    : Command(parent)
    , m_program(app)
    , m_app(app.add_subcommand("completion", "Print the script by which a shell completes commands and options"))
{
    addOption(m_app, "SHELL", m_shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
}

bool CompletionCommand::isAskedFor() const
{
    return m_app->parsed();
}

void CompletionCommand::start()
{
    const CommandFacts facts = factsOf(m_program);
    const QString script = m_shell == "bash"_L1 ? bashCompletion(facts)
        : m_shell == "zsh"_L1                   ? zshCompletion(facts)
                                                : fishCompletion(facts);
    Q_EMIT finished(print(script) ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
