#pragma once

#include "cli/command.h"
#include "cli/copyoptions.h"

namespace Cli {

// Writes a DataSet to a region without a saved writeback; with --dry-run it only compares.
class CopyCommand final : public Command
{
    Q_OBJECT

public:
    explicit CopyCommand(CLI::App &app, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    CopyOptions m_options;
};

} // namespace Cli
