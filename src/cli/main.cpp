#include "cli/copyoptions.h"
#include "cli/copyrequest.h"
#include "cli/terminalrun.h"
#include "domo/service.h"
#include "sheet/decimal.h"

#include <QCoreApplication>
#include <QLocale>

#include <CLI/CLI.hpp>

#include <array>
#include <sstream>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Makes CLI11 set a QString.
CLI::Option *option(CLI::App *command, const std::string &flag, QString &into, const std::string &text)
{
    return command->add_option_function<std::string>(
        flag, [&into](const std::string &value) { into = QString::fromStdString(value); }, text);
}

// As listed in --help.
constexpr std::array exitCodes{
    std::pair(Cli::ExitCode::Done, "Verified, or nothing to write"),
    std::pair(Cli::ExitCode::Usage, "Usage error"),
    std::pair(Cli::ExitCode::Credentials, "Credentials rejected or missing, or a scope missing"),
    std::pair(Cli::ExitCode::Refused, "Refused by a check or by you, or --yes is missing"),
    std::pair(Cli::ExitCode::NotFound, "Not found, or no access"),
    std::pair(Cli::ExitCode::Failed, "Failed otherwise; nothing was written"),
    std::pair(Cli::ExitCode::NotAsDesired, "Partly written, or the sheet differs from the DataSet"),
    std::pair(Cli::ExitCode::OutcomeUnknown, "Outcome unknown"),
    std::pair(Cli::ExitCode::Cancelled, "Cancelled; nothing was written"),
    std::pair(Cli::ExitCode::Differences, "The dry run found differences"),
    std::pair(Cli::ExitCode::ReportLost,
              "Ended as with %1 or %2, but the report could not be printed or a file not written"),
};

std::string footer()
{
    QString text = uR"(Credentials come from the environment: DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID,
WORKIVA_CLIENT_SECRET.

Anything given twice must match: an address and an ID, the sheet name in the region and the name of
the sheet, the host of an address and --region-host.

In a LIST of columns, a name with a comma, an equals sign, a quote or outer blanks stands in double
quotes, and a quote in it is doubled. Lists can be repeated. --key and --partition-by take the names
that the columns have in the sheet.

Checks for --guard and --accept, with what they lead to by default:)"_s;
    for (int each = 0; each <= int(Sheet::lastGuard); ++each) {
        const auto guard = Sheet::Guard(each);
        text += u"\n  %1 %2"_s.arg(Sheet::name(guard), -28).arg(Sheet::name(Sheet::defaultLevel(guard)));
        const Sheet::ThresholdUnit unit = Sheet::thresholdUnit(guard);
        if (unit != Sheet::ThresholdUnit::None)
            text += u":%1 (%2)"_s.arg(Sheet::thresholdText(Sheet::GuardRules().threshold(guard)),
                                      unit == Sheet::ThresholdUnit::Days ? u"days"_s : u"per cent"_s);
    }
    text += u"\nAll other checks are always made.\n\nExit codes:"_s;
    for (const auto &[code, meaning] : exitCodes)
        text += u"\n%1  %2"_s.arg(int(code), 4).arg(QLatin1String(meaning));
    return text.arg(int(Cli::ExitCode::Done)).arg(int(Cli::ExitCode::Differences)).toStdString();
}

// The default of --wait.
long long defaultWait()
{
    return std::chrono::duration_cast<std::chrono::seconds>(Writeback::RunRequest().settleTime).count();
}

// Validates the value of --wait.
std::string seconds(const std::string &text)
{
    const bool isNumber = text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
    return isNumber ? std::string() : "not a number of seconds: " + text;
}

// The options of every command that runs something.
void addRunOptions(CLI::App *command, Cli::RunOptions &options)
{
    command->add_flag("--keep-edited", options.keepEdited,
                      "Leave cells alone that changed in the sheet since the last verified run of the region");
    option(command, "--data-dir", options.dataDir,
           "Folder for the run history and locks (default: the user's data folder)")
        ->type_name("FOLDER");
    command->add_flag("--json", options.json, "Print the report as one JSON document");
}

// Adds texts to `into`, one for each time the option is given.
CLI::Option *repeatable(CLI::App *command, const std::string &flag, QStringList &into, const std::string &text)
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

// What the checks before writing lead to.
void addGuards(CLI::App *command, Cli::RunOptions &options)
{
    option(command, "--period", options.period,
           "Year, month or day that the latest date of the data must be in, such as 2026-06; also the value of "
           "{{period}} in --sql")
        ->type_name("PERIOD");
    Cli::GuardOptions &guards = options.guards;
    repeatable(command, "--guard", guards.levels,
               "What a check leads to if it finds something: off, warn or stop, and for some from which NUMBER on; can "
               "be repeated")
        ->type_name("NAME=LEVEL[:NUMBER]");
    repeatable(command, "--accept", guards.accepted,
               "Write although this check stops; needs --reason and --until, can be repeated with them")
        ->type_name("NAME");
    repeatable(command, "--reason", guards.reasons, "Why it is accepted; kept in the run history")->type_name("TEXT");
    repeatable(command, "--until", guards.until, "The last day (UTC) on which it is accepted")->type_name("YYYY-MM-DD");
}

// Those of a command that writes.
void addWriteOptions(CLI::App *command, Cli::RunOptions &options)
{
    command->add_flag("--allow-clearing", options.allowClearing,
                      "Write with --yes even if the DataSet is empty or more cells are cleared than written");
    CLI::Option *wait = command
                            ->add_option_function<std::string>(
                                "--wait",
                                [&options](const std::string &seconds) {
                                    options.wait = true;
                                    if (!seconds.empty())
                                        options.waitFor = std::chrono::seconds(std::stoi(seconds));
                                },
                                "If the outcome of an earlier write is unknown, wait until SECONDS (default: "
                                    + std::to_string(defaultWait()) + ") after it was sent instead of refusing")
                            ->type_name("[SECONDS]")
                            ->expected(0, 1)
                            ->check(CLI::Validator(seconds, ""));
    command->add_flag("--ignore-earlier", options.ignoreEarlier, "Run even if an earlier write may still arrive")
        ->excludes(wait);
    command->add_flag("--dry-run", options.dryRun, "Show what would change without writing");
    command->add_flag("--yes", options.yes, "Write without confirmation; required when not run in a terminal");
}

// How the region is updated.
void addUpdate(CLI::App *command, Sheet::Update &update)
{
    using Kind = Sheet::UpdateMethod::Kind;
    std::map<std::string, Kind> kinds;
    for (const Kind kind : {Kind::Replace, Kind::Append, Kind::Upsert, Kind::Partition})
        kinds.emplace(Sheet::name({.kind = kind}).toStdString(), kind);
    command
        ->add_option("--update-method", update.kind,
                     "How the region is updated: replace (default), append, upsert or partition")
        ->type_name("METHOD")
        ->transform(CLI::CheckedTransformer(kinds).description(""));
    std::map<std::string, Sheet::Formulas> formulas;
    for (int each = 0; each <= int(Sheet::lastFormulas); ++each)
        formulas.emplace(Sheet::name(Sheet::Formulas(each)).toStdString(), Sheet::Formulas(each));
    command
        ->add_option("--formulas", update.formulas,
                     "What happens to formulas of the region: overwrite (default), keep, or stop the run")
        ->type_name("WHAT")
        ->transform(CLI::CheckedTransformer(formulas).description(""));
    repeatable(command, "--key", update.keys, "Column that identifies a row; repeat it for a key of several columns")
        ->type_name("NAME");
    repeatable(command, "--partition-by", update.partition, "Column whose value makes a partition; can be repeated")
        ->type_name("NAME");
    command->add_flag("--keep-order", update.keepsOrder,
                      "With replace and --key: rows that the sheet has stay in its order, new ones follow");
}

// Which columns are written, and how.
void addShaping(CLI::App *command, Cli::ShapingOptions &shaping)
{
    repeatable(command, "--columns", shaping.columns,
               "Columns to write, in this order, by their names in Domo: NAME or NAME=NEW NAME, separated by commas "
               "(default: all)")
        ->type_name("LIST");
    repeatable(command, "--leave-out", shaping.leftOut, "Columns not to write: names separated by commas")
        ->type_name("LIST");
    repeatable(command, "--types", shaping.types,
               "Types that replace those of the DataSet: NAME=TYPE, separated by commas; number, text or date")
        ->type_name("LIST");
    repeatable(command, "--nulls", shaping.nulls,
               "What a null leads to: clear (default), keep (with upsert, the row's old value stays) or text:TEXT; for "
               "one column NAME=clear and so on")
        ->type_name("LIST");
    repeatable(command, "--round", shaping.rounding,
               "Columns whose numbers are rounded, half away from zero, to 0 to " + std::to_string(Sheet::maxDecimals)
                   + " decimals: NAME=DIGITS, separated by commas")
        ->type_name("LIST");
}

// Which rows are written.
void addQuery(CLI::App *command, Cli::QueryOptions &query)
{
    option(command, "--sql", query.sql,
           "Write the result of this query instead of the whole DataSet; Domo runs it. The table is named table, names "
           "of columns are in backticks, and {{NAME}} is a parameter")
        ->type_name("TEXT");
    repeatable(command, "--parameter", query.parameters,
               "Value of a parameter of --sql: a text if {{NAME}} is in single quotes, the name of a column in "
               "backticks, else a number; can be repeated. {{period}} is the --period")
        ->type_name("NAME=VALUE");
}

// What is copied, where to, and in which form.
void addWriteback(CLI::App *command, Cli::CopyOptions &options)
{
    option(command, "--dataset", options.dataSet, "Domo DataSet ID or web address")->type_name("ID")->required();
    option(command, "--spreadsheet", options.spreadsheet, "Workiva Spreadsheet ID or web address")
        ->type_name("ID")
        ->required();
    option(command, "--sheet", options.sheet,
           "Sheet ID or web address; not needed if --spreadsheet is the address of a sheet")
        ->type_name("ID");
    option(command, "--region", options.region,
           "Cells to write: A1, A2:D8, A:C, 1:3, B3:, B3:F, B3:20, or : for the whole sheet")
        ->type_name("REGION")
        ->required();
    option(command, "--region-host", options.baseUrlRegion, "Workiva Base URL Region: us, eu or apac")
        ->type_name("NAME");
    option(command, "--workiva-url", options.workivaUrl, "Workiva base URL; replaces --region-host")->type_name("URL");
    option(command, "--domo-url", options.domoUrl,
           "Domo base URL (default: " + Domo::defaultBaseUrl().toString().toStdString() + ')')
        ->type_name("URL");
    command->add_flag_callback(
        "--no-header", [&options] { options.profile.columnNames = false; },
        "Do not write the column names to the first row");
    command->add_flag("--as-kept", options.profile.asKept,
                      "Send values as the sheet stores them: line breaks as LF, numbers with "
                          + std::to_string(Sheet::exactDigits) + " digits");
    command->add_flag("--dates-as-text", options.profile.datesAsText,
                      "Write dates as text instead of letting the sheet convert them");
    addQuery(command, options.query);
    addShaping(command, options.shaping);
    addUpdate(command, options.profile.update);
    addGuards(command, options.run);
    addRunOptions(command, options.run);
}

void addCopy(CLI::App &app, Cli::CopyOptions &options)
{
    CLI::App *copy = app.add_subcommand("copy", "Write a DataSet to a region and verify it");
    copy->footer(footer());
    addWriteback(copy, options);
    addWriteOptions(copy, options.run);
}

CLI::App *addPlan(CLI::App &app, Cli::CopyOptions &options)
{
    options.run.dryRun = true;
    options.run.changes = 20;
    CLI::App *plan = app.add_subcommand("plan", "Show what copy would change, and the totals of the columns");
    plan->footer(footer());
    addWriteback(plan, options);
    option(plan, "--csv", options.run.csv, "Write all changes to a CSV file")->type_name("FILE");
    option(plan, "--xlsx", options.run.xlsx, "Write the summary, the totals and all changes to an .xlsx file")
        ->type_name("FILE");
    return plan;
}

// Help and version go to standard output, errors in the options to standard error.
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

    CLI::App app("Writes a Domo DataSet to a region of a Workiva spreadsheet and verifies every cell.",
                 "workiva-writeback-cli");
    app.set_version_flag("--version", WRITEBACK_VERSION);
    app.require_subcommand(1);
    app.footer(footer());

    Cli::CopyOptions copyOptions;
    addCopy(app, copyOptions);
    Cli::CopyOptions planOptions;
    const CLI::App *plan = addPlan(app, planOptions);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return int(explain(app, error));
    }

    const Cli::CopyOptions &options = plan->parsed() ? planOptions : copyOptions;
    Cli::TerminalRun run(options.run);
    QObject::connect(
        &run, &Cli::TerminalRun::finished, &application, [](Cli::ExitCode code) { QCoreApplication::exit(int(code)); },
        Qt::QueuedConnection);
    run.start(Cli::requestOf(options, QProcessEnvironment::systemEnvironment(), Cli::isInteractive()));
    return QCoreApplication::exec();
}
