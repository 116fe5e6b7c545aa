#pragma once

#include "cli/command.h"

namespace Cli {

// Lists the saved writebacks.
class ListProfiles final : public Command
{
    Q_OBJECT

public:
    explicit ListProfiles(CLI::App &profiles, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    bool m_json = false;
};

} // namespace Cli
