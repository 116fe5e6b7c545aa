#include "cli/copycommand.h"

#include <QCoreApplication>
#include <QLocale>

#include <CLI/CLI.hpp>

namespace {

// Lets CLI11 fill QStrings.
void option(CLI::App *command, const std::string &flag, QString &into, const std::string &text, bool required = false)
{
    command
        ->add_option_function<std::string>(
            flag, [&into](const std::string &value) { into = QString::fromStdString(value); }, text)
        ->required(required);
}

const char *const footer =
    R"(Credentials come from the environment: DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID,
WORKIVA_CLIENT_SECRET.

Exit codes: 0 verified or nothing to do, 2 usage, 3 credentials or scope, 4 refused by a guard,
5 not found or no access, 6 service or network failed and nothing was written, 7 written but not as desired,
8 outcome unknown, 9 cancelled, 10 dry run found differences.)";

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(Runs::productName);
    QCoreApplication::setOrganizationName(Runs::productName);
    QCoreApplication::setApplicationVersion(QStringLiteral(WRITEBACK_VERSION));

    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // all that is said is English

    CLI::App app("Puts a Domo DataSet into a region of a Workiva spreadsheet, and proves that it arrived.");
    app.set_version_flag("--version", WRITEBACK_VERSION);
    app.require_subcommand(1);
    app.footer(footer);

    Cli::CopyOptions options;
    CLI::App *copy = app.add_subcommand("copy", "Make a region hold a DataSet, and read it back");
    copy->footer(footer);
    option(copy, "--dataset", options.dataSet, "Domo DataSet ID, or the address of its page", true);
    option(copy, "--spreadsheet", options.spreadsheet, "Workiva Spreadsheet ID, or the address of its page", true);
    option(copy, "--sheet", options.sheet,
           "Sheet ID, or the address of its page; not needed when --spreadsheet is an address with a sheet");
    option(copy, "--region", options.region, "Region: A1, A2:D8, A:C, 1:3, B3:, B3:F, B3:20 or : for the whole sheet",
           true);
    option(copy, "--region-host", options.regionHost, "Workiva Base URL Region: us, eu or apac");
    option(copy, "--workiva-url", options.workivaUrl, "Workiva base URL, instead of --region-host");
    option(copy, "--domo-url", options.domoUrl, "Domo base URL, instead of https://api.domo.com");
    option(copy, "--data-dir", options.dataDir,
           "Keep the history of runs and the locks in this folder, instead of the user's own");
    copy->add_flag("--no-header", options.noHeader, "Do not write the column names as the first row");
    copy->add_flag("--dry-run", options.dryRun, "Show what would change, write nothing");
    copy->add_flag("--yes", options.yes, "Do not ask before writing");
    copy->add_flag("--json", options.json, "Print one JSON document");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? int(Cli::ExitCode::Done) : int(Cli::ExitCode::Usage);
    }

    Cli::CopyCommand command(options);
    QObject::connect(
        &command, &Cli::CopyCommand::finished, &application,
        [](Cli::ExitCode code) { QCoreApplication::exit(int(code)); }, Qt::QueuedConnection);
    command.start();
    return QCoreApplication::exec();
}
