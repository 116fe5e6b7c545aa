#pragma once

#include <string>

namespace Cli {

// What stands below the options of --help and in the manual page.
[[nodiscard]] std::string generalHelp(); // of the program
[[nodiscard]] std::string copyHelp(); // of `copy` and `plan`
[[nodiscard]] std::string savedHelp(); // of the commands that run saved writebacks

[[nodiscard]] std::string noticesHelp(); // of the commands that set up channels of notices with secrets
[[nodiscard]] std::string desktopHelp(); // of the one that sets up notifications

} // namespace Cli
