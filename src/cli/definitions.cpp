#include "cli/definitions.h"

#include "cli/guardoptions.h"

#include <CLI/CLI.hpp>

namespace Cli {

CLI::Option *addOption(CLI::App *command, const std::string &flag, QString &into, const std::string &text)
{
    return command->add_option_function<std::string>(
        flag, [&into](const std::string &value) { into = QString::fromStdString(value); }, text);
}

CLI::Option *addRepeatable(CLI::App *command, const std::string &flag, QStringList &into, const std::string &text)
{
    return command
        ->add_option_function<std::vector<std::string>>(
            flag,
            [&into](const std::vector<std::string> &values) {
                for (const std::string &value : values)
                    into.append(QString::fromStdString(value));
            },
            text)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void addAcceptance(CLI::App *command, GuardOptions &into)
{
    addRepeatable(command, "--accept", into.accepted,
                  "Write although this check stops; needs --reason and --until, can be repeated with them")
        ->type_name("NAME");
    addRepeatable(command, "--reason", into.reasons, "Why it is accepted; kept in the run history")->type_name("TEXT");
    addRepeatable(command, "--until", into.until, "The last day (UTC) on which it is accepted")
        ->type_name("YYYY-MM-DD");
}

} // namespace Cli
