#pragma once

#include "cli/command.h"

namespace Cli {

// Prints the manual page, as source for man(1).
class ManualCommand final : public Command
{
    Q_OBJECT

public:
    explicit ManualCommand(CLI::App &app, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    const CLI::App &m_program;
    CLI::App *m_app;
};

} // namespace Cli
