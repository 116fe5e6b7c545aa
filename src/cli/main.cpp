#include "cli/commandline.h"
#include "cli/terminal.h"
#include "runs/datafolder.h"

#include <QCoreApplication>
#include <QLocale>

// CLI11 throws if the definitions of the options contradict each other, but then at every start.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char *argv[])
{
    Cli::holdStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(Runs::productName);
    QCoreApplication::setOrganizationName(Runs::productName);
    QCoreApplication::setApplicationVersion(QStringLiteral(WRITEBACK_VERSION));

    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // all output is English

    Cli::CommandLine commandLine;
    const auto command = commandLine.parse(argc, argv);
    if (!command)
        return int(command.error());
    QObject::connect(
        *command, &Cli::Command::finished, &application, [](Cli::ExitCode code) { QCoreApplication::exit(int(code)); },
        Qt::QueuedConnection);
    (*command)->start();
    return QCoreApplication::exec();
}
