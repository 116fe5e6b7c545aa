#include "cli/copycommand.h"

#include <QCoreApplication>
#include <QLocale>

#include <CLI/CLI.hpp>

#include <sstream>

using namespace Qt::StringLiterals;

namespace {

// Lets CLI11 fill QStrings.
CLI::Option *option(CLI::App *command, const std::string &flag, QString &into, const std::string &text)
{
    return command->add_option_function<std::string>(
        flag, [&into](const std::string &value) { into = QString::fromStdString(value); }, text);
}

const char *const footer =
    R"(Credentials come from the environment: DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID,
WORKIVA_CLIENT_SECRET.

Anything given twice must match: an address and an ID, the sheet name in the region and the name of the sheet.

Exit codes:
   0  Verified, or nothing to write
   2  Usage error
   3  Credentials or scope
   4  Refused by a check or by you, or --yes is missing
   5  Not found, or no access
   6  Failed otherwise; nothing was written
   7  Partly written, or the sheet differs from the data
   8  Outcome unknown
   9  Cancelled; nothing was written
  10  The dry run found differences
  11  Ended as with 0 or 10, but the report could not be printed)";

// What --wait may be given: nothing, or a number of seconds.
std::string seconds(const std::string &text)
{
    const bool isNumber = text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
    return isNumber ? std::string() : "not a number of seconds: " + text;
}

// Help and version to standard output, what is wrong with the options to standard error.
Cli::ExitCode explain(const CLI::App &app, const CLI::ParseError &error)
{
    std::ostringstream out;
    std::ostringstream err;
    const bool isHelp = app.exit(error, out, err) == 0;
    if (const std::string text = err.str(); !text.empty())
        Cli::printError(QString::fromStdString(text).trimmed());
    if (const std::string text = out.str(); !text.empty()) {
        if (const auto printed = Cli::print(QString::fromStdString(text).trimmed()); !printed) {
            Cli::printError(u"%1: %2"_s.arg(printed.error().subject, printed.error().detail));
            return isHelp ? Cli::ExitCode::ReportLost : Cli::ExitCode::Usage;
        }
    }
    return isHelp ? Cli::ExitCode::Done : Cli::ExitCode::Usage;
}

} // namespace

// One option after the other; CLI11 throws where they contradict each other, at every start.
// NOLINTNEXTLINE(readability-function-size, bugprone-exception-escape)
int main(int argc, char *argv[])
{
    Cli::holdStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(Runs::productName);
    QCoreApplication::setOrganizationName(Runs::productName);
    QCoreApplication::setApplicationVersion(QStringLiteral(WRITEBACK_VERSION));

    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // all output is English

    CLI::App app("Writes a Domo DataSet to a region of a Workiva spreadsheet and verifies every cell.",
                 "workiva-writeback-cli");
    app.set_version_flag("--version", WRITEBACK_VERSION);
    app.require_subcommand(1);
    app.footer(footer);

    Cli::CopyOptions options;
    CLI::App *copy = app.add_subcommand("copy", "Write a DataSet to a region and verify it");
    copy->footer(footer);
    option(copy, "--dataset", options.dataSet, "Domo DataSet ID or web address")->type_name("ID")->required();
    option(copy, "--spreadsheet", options.spreadsheet, "Workiva Spreadsheet ID or web address")
        ->type_name("ID")
        ->required();
    option(copy, "--sheet", options.sheet,
           "Sheet ID or web address; not needed if --spreadsheet is the address of a sheet")
        ->type_name("ID");
    option(copy, "--region", options.region,
           "Cells to write: A1, A2:D8, A:C, 1:3, B3:, B3:F, B3:20, or : for the whole sheet")
        ->type_name("REGION")
        ->required();
    option(copy, "--region-host", options.regionHost, "Workiva Base URL Region: us, eu or apac")->type_name("NAME");
    option(copy, "--workiva-url", options.workivaUrl, "Workiva base URL; replaces --region-host")->type_name("URL");
    option(copy, "--domo-url", options.domoUrl, "Domo base URL (default: https://api.domo.com)")->type_name("URL");
    option(copy, "--data-dir", options.dataDir,
           "Folder for the run history and locks (default: the user's data folder)")
        ->type_name("FOLDER");
    copy->add_flag("--no-header", options.noHeader, "Do not write the column names to the first row");
    copy->add_flag("--as-kept", options.asKept,
                   "Send values as the sheet stores them: line breaks as LF, numbers with 15 digits");
    copy->add_flag("--dates-as-text", options.datesAsText,
                   "Write dates as text instead of letting the sheet convert them");
    copy->add_flag("--allow-clearing", options.allowClearing,
                   "With --yes: write even if the DataSet is empty or more cells are cleared than written");
    CLI::Option *wait =
        copy->add_option_function<std::string>(
                "--wait",
                [&options](const std::string &seconds) {
                    options.wait = true;
                    if (!seconds.empty())
                        options.waitFor = std::chrono::seconds(std::stoi(seconds));
                },
                "If the outcome of an earlier write is unknown, wait until SECONDS (default: 300) after it was sent "
                "instead of refusing")
            ->type_name("[SECONDS]")
            ->expected(0, 1)
            ->check(CLI::Validator(seconds, ""));
    copy->add_flag("--ignore-earlier", options.ignoreEarlier, "Run even if such an earlier write may still arrive")
        ->excludes(wait);
    copy->add_flag("--dry-run", options.dryRun, "Show what would change without writing");
    copy->add_flag("--yes", options.yes, "Write without confirmation; required when not run in a terminal");
    copy->add_flag("--json", options.json, "Print the report as one JSON document");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return int(explain(app, error));
    }

    Cli::CopyCommand command(options);
    QObject::connect(
        &command, &Cli::CopyCommand::finished, &application,
        [](Cli::ExitCode code) { QCoreApplication::exit(int(code)); }, Qt::QueuedConnection);
    command.start();
    return QCoreApplication::exec();
}
