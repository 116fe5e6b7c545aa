#pragma once

#include "cli/command.h"

namespace Cli {

// What runs, and which saved writebacks are not in order, as the window's list has it.
class StatusCommand final : public Command
{
    Q_OBJECT

public:
    explicit StatusCommand(CLI::App &app, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    bool m_json = false;
};

} // namespace Cli
