#pragma once

#include "cli/command.h"
#include "cli/copyoptions.h"

namespace Cli {

// Shows what CopyCommand would change.
class PlanCommand final : public Command
{
    Q_OBJECT

public:
    explicit PlanCommand(CLI::App &app, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    CopyOptions m_options;
};

} // namespace Cli
