#pragma once

#include "cli/command.h"

namespace Cli {

// Makes what the schedulers of this computer have the same as what is saved.
class RepairSchedules final : public Command
{
    Q_OBJECT

public:
    explicit RepairSchedules(CLI::App &schedule, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
};

} // namespace Cli
