#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace CLI {
class App;
}

namespace Cli {

// What is defined of the commands, as plain values, for whatever is made of them besides --help. In the order of
// --help.
struct OptionFacts
{
    QStringList names{}; // "-h", "--help"; of a positional argument its name alone
    QString value{}; // what it stands for, such as FILE; empty: a flag
    bool isValueOptional = false;
    bool isRequired = false;
    bool isRepeatable = false;
    QString text{};
};

struct CommandFacts
{
    QString name{};
    QString text{};
    QString footer{}; // what stands below its options: paragraphs
    QList<OptionFacts> options{};
    QList<OptionFacts> positionals{};
    QList<CommandFacts> commands{}; // below it
};

[[nodiscard]] CommandFacts factsOf(const CLI::App &app);

} // namespace Cli
