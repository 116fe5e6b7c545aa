#pragma once

#include "cli/command.h"
#include "core/result.h"

#include <memory>
#include <vector>

namespace Cli {

// All commands of the program, with their options.
class CommandLine final
{
public:
    CommandLine();
    ~CommandLine();
    Q_DISABLE_COPY_MOVE(CommandLine)

    // The command asked for, to be started. Otherwise the exit code: after help and version, which go to standard
    // output, or an error in the options, which goes to standard error.
    [[nodiscard]] Core::Result<Command *, ExitCode> parse(int argc, const char *const *argv);

    [[nodiscard]] const CLI::App &definitions() const { return *m_app; }

private:
    template <typename Kind> void add(CLI::App &parent);

    std::unique_ptr<CLI::App> m_app;
    std::vector<std::unique_ptr<Command>> m_commands;
};

} // namespace Cli
