#include "cli/copydefinitions.h"

#include "cli/copyoptions.h"
#include "cli/definitions.h"
#include "domo/service.h"
#include "sheet/decimal.h"

#include <CLI/CLI.hpp>

namespace Cli {

namespace {

void addRunOptions(CLI::App *command, RunOptions &options)
{
    command->add_flag("--keep-edited", options.keepEdited,
                      "Leave cells alone that changed in the sheet since the last verified run of the region");
    addOption(command, "--data-dir", options.dataDir,
              "Folder for the run history and locks (default: the user's data folder)")
        ->type_name("FOLDER");
    command->add_flag("--json", options.json, "Print the report as one JSON document");
}

// What the checks before writing lead to.
void addGuards(CLI::App *command, RunOptions &options)
{
    addOption(command, "--period", options.period,
              "Year, month or day that the latest date of the data must be in, such as 2026-06; also the value of "
              "{{period}} in --sql")
        ->type_name("PERIOD");
    GuardOptions &guards = options.guards;
    addRepeatable(
        command, "--guard", guards.levels,
        "What a check leads to if it finds something: off, warn or stop, and for some from which NUMBER on; can "
        "be repeated")
        ->type_name("NAME=LEVEL[:NUMBER]");
    addAcceptance(command, guards);
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
    addRepeatable(command, "--key", update.keys, "Column that identifies a row; repeat it for a key of several columns")
        ->type_name("NAME");
    addRepeatable(command, "--partition-by", update.partition, "Column whose value makes a partition; can be repeated")
        ->type_name("NAME");
    command->add_flag("--keep-order", update.keepsOrder,
                      "With replace and --key: rows that the sheet has stay in its order, new ones follow");
}

// Which columns are written, and how.
void addShaping(CLI::App *command, ShapingOptions &shaping)
{
    addRepeatable(command, "--columns", shaping.columns,
                  "Columns to write, in this order, by their names in Domo: NAME or NAME=NEW NAME, separated by commas "
                  "(default: all)")
        ->type_name("LIST");
    addRepeatable(command, "--leave-out", shaping.leftOut, "Columns not to write: names separated by commas")
        ->type_name("LIST");
    addRepeatable(command, "--types", shaping.types,
                  "Types that replace those of the DataSet: NAME=TYPE, separated by commas; number, text or date")
        ->type_name("LIST");
    addRepeatable(
        command, "--nulls", shaping.nulls,
        "What a null leads to: clear (default), keep (with upsert, the row's old value stays) or text:TEXT; for "
        "one column NAME=clear and so on")
        ->type_name("LIST");
    addRepeatable(command, "--round", shaping.rounding,
                  "Columns whose numbers are rounded, half away from zero, to 0 to "
                      + std::to_string(Sheet::maxDecimals) + " decimals: NAME=DIGITS, separated by commas")
        ->type_name("LIST");
}

// Which rows are written.
void addQuery(CLI::App *command, QueryOptions &query)
{
    addOption(
        command, "--sql", query.sql,
        "Write the result of this query instead of the whole DataSet; Domo runs it. The table is named table, names "
        "of columns are in backticks, and {{NAME}} is a parameter")
        ->type_name("TEXT");
    addRepeatable(command, "--parameter", query.parameters,
                  "Value of a parameter of --sql: a text if {{NAME}} is in single quotes, the name of a column in "
                  "backticks, else a number; can be repeated. {{period}} is the --period")
        ->type_name("NAME=VALUE");
}

} // namespace

void addCopyOptions(CLI::App *command, CopyOptions &options)
{
    addOption(command, "--dataset", options.dataSet, "Domo DataSet ID or web address")->type_name("ID")->required();
    addOption(command, "--spreadsheet", options.spreadsheet, "Workiva Spreadsheet ID or web address")
        ->type_name("ID")
        ->required();
    addOption(command, "--sheet", options.sheet,
              "Sheet ID or web address; not needed if --spreadsheet is the address of a sheet")
        ->type_name("ID");
    addOption(command, "--region", options.region,
              "Cells to write: A1, A2:D8, A:C, 1:3, B3:, B3:F, B3:20, or : for the whole sheet")
        ->type_name("REGION")
        ->required();
    addOption(command, "--region-host", options.baseUrlRegion, "Workiva Base URL Region: us, eu or apac")
        ->type_name("NAME");
    addOption(command, "--workiva-url", options.workivaUrl, "Workiva base URL; replaces --region-host")
        ->type_name("URL");
    addOption(command, "--domo-url", options.domoUrl,
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

} // namespace Cli
