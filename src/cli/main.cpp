#include "cli/copycommand.h"

#include <QCoreApplication>
#include <QLocale>

#include <CLI/CLI.hpp>

#include <sstream>

using namespace Qt::StringLiterals;

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

What is said twice has to agree: an address and an ID, a sheet's name in the region and the sheet's own.

Exit codes: 0 verified, or nothing to write; 2 usage; 3 credentials or scope; 4 refused by a guard, by you, or for
want of --yes; 5 not found or no access; 6 it failed otherwise, and nothing was written; 7 written in part, or not as
desired; 8 outcome unknown; 9 cancelled, and nothing was written; 10 a dry run found differences; 11 it ended as for
0 or 10, and the report could not be printed.)";

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

int main(int argc, char *argv[])
{
    Cli::holdStandardStreams();
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
    copy->add_flag("--as-kept", options.asKept,
                   "Send line breaks as LF and numbers with 15 digits, the way a sheet may keep them");
    copy->add_flag("--dates-as-text", options.datesAsText,
                   "Dates are text to the sheet, instead of what it takes for a date");
    copy->add_flag("--allow-clearing", options.allowClearing,
                   "With --yes: write also where the DataSet is empty, or more cells are cleared than written");
    CLI::Option *wait =
        copy->add_option_function<std::string>(
                "--wait",
                [&options](const std::string &seconds) {
                    options.wait = true;
                    if (!seconds.empty())
                        options.waitFor = std::chrono::seconds(std::stoi(seconds));
                },
                "When a write of an earlier run cannot be followed to its end: wait until SECONDS (300) have gone by "
                "since it was sent, instead of refusing")
            ->expected(0, 1)
            ->check(CLI::Validator(seconds, "[SECONDS]"));
    copy->add_flag("--ignore-earlier", options.ignoreEarlier, "Write although such a write may still arrive")
        ->excludes(wait);
    copy->add_flag("--dry-run", options.dryRun, "Show what would change, write nothing");
    copy->add_flag("--yes", options.yes, "Do not ask before writing; needed where nobody can be asked");
    copy->add_flag("--json", options.json, "Print one JSON document");

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
