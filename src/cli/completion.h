#pragma once

#include "cli/commandtree.h"

namespace Cli {

// Scripts by which a shell completes the program's commands and options, files and folders. In ASCII; pure.
[[nodiscard]] QString bashCompletion(const CommandFacts &program);
[[nodiscard]] QString zshCompletion(const CommandFacts &program);
[[nodiscard]] QString fishCompletion(const CommandFacts &program);

} // namespace Cli
