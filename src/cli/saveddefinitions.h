#pragma once

#include <QString>

#include <chrono>

namespace CLI {
class App;
}

namespace Cli {

struct SavedOptions;

// How long a keychain may take where nobody is there to unlock it.
inline constexpr std::chrono::seconds unattendedTimeout{20};

// The options of the commands that run saved writebacks: where those are, and, for a file, who runs it and where.
void addSavedOptions(CLI::App *command, SavedOptions &options);

void addDataDir(CLI::App *command, QString &into);

} // namespace Cli
