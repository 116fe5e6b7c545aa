#pragma once

namespace CLI {
class App;
}

namespace Cli {

struct CopyOptions;

// The options that `copy` and `plan` share: what is copied, where to, and in which form.
void addCopyOptions(CLI::App *command, CopyOptions &options);

} // namespace Cli
