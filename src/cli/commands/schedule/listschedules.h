#pragma once

#include "cli/command.h"

namespace Cli {

// Lists what is handed over to the schedulers of this computer, compared with what is saved.
class ListSchedules final : public Command
{
    Q_OBJECT

public:
    explicit ListSchedules(CLI::App &schedule, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    bool m_json = false;
};

} // namespace Cli
