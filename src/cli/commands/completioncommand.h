#pragma once

#include "cli/command.h"

namespace Cli {

// Prints the script by which a shell completes commands and options.
class CompletionCommand final : public Command
{
    Q_OBJECT

public:
    explicit CompletionCommand(CLI::App &app, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    const CLI::App &m_program;
    CLI::App *m_app;
    QString m_shell;
};

} // namespace Cli
