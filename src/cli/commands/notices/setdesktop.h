#pragma once

#include "cli/commands/notices/storingcommand.h"

namespace Cli {

// Shows notices on the desktop of the user who runs this program.
class SetDesktop final : public StoringCommand
{
    Q_OBJECT

public:
    explicit SetDesktop(CLI::App &notices, QObject *parent = nullptr);

    void start() override;
};

} // namespace Cli
