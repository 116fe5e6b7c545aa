#pragma once

#include "cli/commands/notices/storingcommand.h"

namespace Cli {

// Sets the dead man's switch of a saved writeback, or removes it.
class SetPing final : public StoringCommand
{
    Q_OBJECT

public:
    explicit SetPing(CLI::App &notices, QObject *parent = nullptr);

    void start() override;

private:
    QString m_profile;
    bool m_removes = false;
};

} // namespace Cli
