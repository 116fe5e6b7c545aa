#pragma once

#include "cli/command.h"

#include <QStringList>

namespace Cli {

// Removes schedules from the schedulers of this computer; what is saved stays.
class RemoveSchedule final : public Command
{
    Q_OBJECT

public:
    explicit RemoveSchedule(CLI::App &schedule, QObject *parent = nullptr);

    [[nodiscard]] bool isAskedFor() const override;
    void start() override;

private:
    CLI::App *m_app;
    QString m_dataDir;
    QStringList m_profiles;
};

} // namespace Cli
