#include "sandbox/options.h"

#include "sandbox/operationnames.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// The option values as CLI11 sets them.
struct Raw
{
    std::string datasets;
    std::string state;
    std::string domoScope;
    std::string scope;
    quint16 domoPort = 0;
    quint16 workivaPort = 0;
    unsigned latency = 0;
    unsigned operationTime = 0;
    int rateLimit = 0;
    int tokenLife = 0;
    int dataSetAge = 0;
    int loads = 0;
    bool relativeLinks = false;
    std::vector<std::string> lockedCells;
    std::vector<std::string> linkedCells;
    std::vector<std::string> inputCells;
    std::vector<std::string> rangeLinks;
    unsigned dripInterval = 0;
    bool help = false;
    std::vector<std::string> faults;
    std::vector<std::string> quirks;
};

Raw defaults()
{
    const Options options;
    Raw raw;
    raw.domoScope = options.domoScope.toStdString();
    raw.scope = options.scope.toStdString();
    raw.dripInterval = unsigned(options.dripInterval.count());
    return raw;
}

void declare(CLI::App &app, Raw &raw)
{
    app.set_help_flag();
    app.add_flag("--help,-h", raw.help, "Print this help and exit");
    app.add_option("--datasets", raw.datasets,
                   "Serve each NAME.csv in this folder as a DataSet, with the schema in NAME.schema.json")
        ->type_name("DIR");
    app.add_option("--domo-port", raw.domoPort, "Port of the Domo API (default: 0, any free port)")->type_name("PORT");
    app.add_option("--workiva-port", raw.workivaPort, "Port of the Workiva API (default: 0, any free port)")
        ->type_name("PORT");
    app.add_option("--latency", raw.latency, "Delay before every response, in milliseconds")->type_name("MS");
    app.add_option("--operation-time", raw.operationTime, "Time a write takes after it is accepted, in milliseconds")
        ->type_name("MS");
    app.add_option("--rate-limit", raw.rateLimit, "Requests per minute and service before 429")
        ->type_name("PER_MINUTE")
        ->check(CLI::PositiveNumber);
    app.add_option("--token-life", raw.tokenLife, "Token lifetime in seconds")
        ->type_name("S")
        ->check(CLI::PositiveNumber);
    app.add_option("--dataset-age", raw.dataSetAge, "Days since the DataSets were last loaded (default: 0)")
        ->type_name("DAYS")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--loads", raw.loads, "Load the DataSets during each of the first N exports or queries (default: 0)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--domo-scope", raw.domoScope, "Scopes of the Domo client (default: \"" + raw.domoScope + "\")")
        ->type_name("SCOPES");
    app.add_option("--scope", raw.scope, "Scopes of the Workiva grant (default: \"" + raw.scope + "\")")
        ->type_name("SCOPES");
    app.add_option("--state", raw.state, "Load the sheets from this file if it exists, and save them to it on exit")
        ->type_name("FILE");
    app.add_flag("--relative-links", raw.relativeLinks, "Return Location and @nextLink without scheme and host");
    app.add_option("--locked-cells", raw.lockedCells,
                   "Lock cells of a sheet, for example 'Scratch/Sheet1!B3:C4'; can be repeated")
        ->type_name("SPREADSHEET/SHEET!RANGE")
        ->allow_extra_args(false);
    app.add_option("--linked-cells", raw.linkedCells, "Make cells of a sheet link destinations; can be repeated")
        ->type_name("SPREADSHEET/SHEET!RANGE")
        ->allow_extra_args(false);
    app.add_option("--input-cells", raw.inputCells,
                   "Put a sheet into input mode with these input cells; can be repeated")
        ->type_name("SPREADSHEET/SHEET!RANGE")
        ->allow_extra_args(false);
    app.add_option("--range-link", raw.rangeLinks,
                   "Link a range to a document or, from a cell on, to another sheet, for example "
                   "'Scratch/Sheet1!A1:B2=Scratch/Sheet1!D4'; can be repeated")
        ->type_name("SPREADSHEET/SHEET!RANGE[=SPREADSHEET/SHEET!CELL]")
        ->allow_extra_args(false);
    app.add_option("--drip-interval", raw.dripInterval,
                   "Interval between bytes of the fault drip, in milliseconds (default: "
                       + std::to_string(raw.dripInterval) + ')')
        ->type_name("MS");
    app.add_option("--fault", raw.faults, "Make a call fail: the first, the Nth or every one; can be repeated")
        ->type_name("KIND@OPERATION[#N|#*]")
        ->allow_extra_args(false);
    app.add_option("--quirk", raw.quirks, "Choose an undocumented behaviour; can be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    app.footer(
        u"KIND is one of\n  %1\nOPERATION is one of\n  %2\nNAME=VALUE is one of (the default first)\n  %3\n\n"
        "GET /sandbox/requests on either service returns the number of calls of each operation and of pending changes. "
        "GET /sandbox/values/SHEET-ID on the Workiva service returns the true values of a sheet, regardless of quirks "
        "and faults. "
        "When ready, it prints one line of JSON with the addresses, credentials and IDs to standard output. "
        "SIGINT or SIGTERM stops it."_s
            .arg(faultLines().join(u"\n  "_s), operationNames().join(u"\n  "_s), quirkLines().join(u"\n  "_s))
            .toStdString());
}

} // namespace

Core::Result<Options> Options::parse(const QStringList &arguments)
{
    Options options;
    Raw raw = defaults();
    CLI::App app;
    declare(app, raw);
    std::vector<std::string> reversed; // the order that CLI11 expects
    for (const QString &argument : arguments)
        reversed.push_back(argument.toStdString());
    std::reverse(reversed.begin(), reversed.end());
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError &error) {
        return Core::fail(Core::ErrorKind::InvalidInput, {}, QString::fromStdString(error.what()));
    }

    options.help = raw.help;
    options.datasets = QString::fromStdString(raw.datasets);
    options.state = QString::fromStdString(raw.state);
    options.domoScope = QString::fromStdString(raw.domoScope);
    options.scope = QString::fromStdString(raw.scope);
    options.domoPort = raw.domoPort;
    options.workivaPort = raw.workivaPort;
    options.latency = std::chrono::milliseconds(raw.latency);
    options.operationTime = std::chrono::milliseconds(raw.operationTime);
    options.rateLimit = raw.rateLimit;
    if (raw.tokenLife > 0)
        options.tokenLife = std::chrono::seconds(raw.tokenLife);
    options.dataSetAge = raw.dataSetAge;
    options.loads = raw.loads;
    options.relativeLinks = raw.relativeLinks;
    for (const auto &[from, to] :
         {std::pair(&raw.lockedCells, &options.lockedCells), std::pair(&raw.linkedCells, &options.linkedCells),
          std::pair(&raw.inputCells, &options.inputCells), std::pair(&raw.rangeLinks, &options.rangeLinks)}) {
        for (const std::string &text : *from)
            *to += QString::fromStdString(text);
    }
    options.dripInterval = std::chrono::milliseconds(raw.dripInterval);
    for (const std::string &text : raw.faults) {
        const auto fault = Fault::parse(QString::fromStdString(text));
        if (!fault)
            return Core::propagate(fault);
        options.faults += *fault;
    }
    for (const std::string &text : raw.quirks) {
        if (const auto set = options.quirks.set(QString::fromStdString(text)); !set)
            return Core::propagate(set);
    }
    return options;
}

QString Options::helpText()
{
    Raw raw = defaults();
    CLI::App app("A local sandbox of the Domo and Workiva APIs with sample data. Nothing leaves this computer.",
                 "workiva-writeback-sandbox");
    declare(app, raw);
    return QString::fromStdString(app.help());
}

} // namespace Sandbox
