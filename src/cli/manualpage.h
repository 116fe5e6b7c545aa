#pragma once

#include "cli/commandtree.h"

namespace Cli {

// The manual page of the program, for man(1), made of what --help prints. In ASCII; pure.
[[nodiscard]] QString manualPage(const CommandFacts &program, const QString &version);

} // namespace Cli
