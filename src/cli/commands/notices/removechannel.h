#pragma once

#include "cli/commands/notices/storingcommand.h"

namespace Cli {

// Removes a channel with its secrets.
class RemoveChannel final : public StoringCommand
{
    Q_OBJECT

public:
    explicit RemoveChannel(CLI::App &notices, QObject *parent = nullptr);

    void start() override;

private:
    QString m_name;
};

} // namespace Cli
