#pragma once

#include "cli/command.h"

namespace Cli {

// Lists recorded runs, also of writebacks that are deleted, and of `copy`.
class HistoryCommand final : public Command
{
    Q_OBJECT

public:
    explicit HistoryCommand(CLI::App &app, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    QString m_profile; // name or ID; empty: all runs
    int m_max = 20;
    bool m_json = false;
};

} // namespace Cli
