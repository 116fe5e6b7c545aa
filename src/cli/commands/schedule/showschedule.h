#pragma once

#include "cli/command.h"

namespace Cli {

// Shows the schedule of a saved writeback, and what would be handed over to a scheduler. Hands over nothing.
class ShowSchedule final : public Command
{
    Q_OBJECT

public:
    explicit ShowSchedule(CLI::App &schedule, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    QString m_profile;
    QString m_for;
};

} // namespace Cli
