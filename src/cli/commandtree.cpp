#include "cli/commandtree.h"

#include <CLI/CLI.hpp>

namespace Cli {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

OptionFacts factsOf(const CLI::Option &option)
{
    OptionFacts facts{.names = {},
                      .value = {},
                      .isValueOptional = option.get_items_expected_max() > 0 && option.get_items_expected_min() == 0,
                      .isRequired = option.get_required(),
                      .isRepeatable = option.get_items_expected_max() > 1
                          || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll,
                      .text = text(option.get_description())};
    if (option.get_positional()) {
        facts.names.append(text(option.get_name(true)));
        facts.value = facts.names.first();
        return facts;
    }
    for (const std::string &name : option.get_snames())
        facts.names.append(u'-' + text(name));
    for (const std::string &name : option.get_lnames())
        facts.names.append(QStringLiteral("--") + text(name));
    if (option.get_items_expected_max() > 0)
        facts.value = text(option.get_type_name());
    return facts;
}

} // namespace

CommandFacts factsOf(const CLI::App &app)
{
    CommandFacts facts{.name = text(app.get_name()),
                       .text = text(app.get_description()),
                       .footer = text(app.get_footer()),
                       .options = {},
                       .positionals = {},
                       .commands = {}};
    for (const CLI::Option *option : app.get_options()) {
        (option->get_positional() ? facts.positionals : facts.options).append(factsOf(*option));
    }
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
        facts.commands.append(factsOf(*command));
    return facts;
}

} // namespace Cli
