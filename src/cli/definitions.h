#pragma once

#include <QStringList>

#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace Cli {

struct GuardOptions;

// Definitions of options that set Qt's types. What is set must outlive the parsing.

CLI::Option *addOption(CLI::App *command, const std::string &flag, QString &into, const std::string &text);
CLI::Option *addRepeatable(CLI::App *command, const std::string &flag, QStringList &into,
                           const std::string &text); // appends a text each time it is given

// --accept, --reason and --until.
void addAcceptance(CLI::App *command, GuardOptions &into);

} // namespace Cli
