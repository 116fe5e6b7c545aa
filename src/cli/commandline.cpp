#include "cli/commandline.h"

#include "cli/commands/checkcommand.h"
#include "cli/commands/completioncommand.h"
#include "cli/commands/copycommand.h"
#include "cli/commands/doctorcommand.h"
#include "cli/commands/historycommand.h"
#include "cli/commands/manualcommand.h"
#include "cli/commands/notices/addwebhook.h"
#include "cli/commands/notices/listfailures.h"
#include "cli/commands/notices/removechannel.h"
#include "cli/commands/notices/setdesktop.h"
#include "cli/commands/notices/setmail.h"
#include "cli/commands/notices/setping.h"
#include "cli/commands/notices/shownotices.h"
#include "cli/commands/notices/testnotices.h"
#include "cli/commands/plancommand.h"
#include "cli/commands/profiles/exportprofile.h"
#include "cli/commands/profiles/importprofile.h"
#include "cli/commands/profiles/listprofiles.h"
#include "cli/commands/profiles/showprofile.h"
#include "cli/commands/profiles/validateprofiles.h"
#include "cli/commands/runcommand.h"
#include "cli/commands/schedule/installschedule.h"
#include "cli/commands/schedule/listschedules.h"
#include "cli/commands/schedule/removeschedule.h"
#include "cli/commands/schedule/repairschedules.h"
#include "cli/commands/schedule/showschedule.h"
#include "cli/commands/statuscommand.h"
#include "cli/helptext.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>

#include <sstream>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

ExitCode explain(const CLI::App &app, const CLI::ParseError &error)
{
    std::ostringstream out;
    std::ostringstream err;
    const bool isHelp = app.exit(error, out, err) == 0;
    if (const std::string text = err.str(); !text.empty())
        printError(QString::fromStdString(text).trimmed());
    if (const std::string text = out.str(); !text.empty()) {
        if (const auto printed = print(QString::fromStdString(text).trimmed()); !printed) {
            printError(u"%1: %2"_s.arg(printed.error().subject, printed.error().detail));
            return isHelp ? ExitCode::ReportLost : ExitCode::Usage;
        }
    }
    return isHelp ? ExitCode::Done : ExitCode::Usage;
}

} // namespace

CommandLine::CommandLine()
    : m_app(std::make_unique<CLI::App>(
        "Writes a Domo DataSet to a region of a Workiva spreadsheet and verifies every cell.", "workiva-writeback-cli"))
{
    m_app->set_version_flag("--version", WRITEBACK_VERSION);
    m_app->require_subcommand(1);
    m_app->footer(generalHelp());
    add<CopyCommand>(*m_app);
    add<PlanCommand>(*m_app);
    add<RunCommand>(*m_app);
    add<CheckCommand>(*m_app);
    add<StatusCommand>(*m_app);
    add<HistoryCommand>(*m_app);
    add<DoctorCommand>(*m_app);
    CLI::App *profiles = m_app->add_subcommand("profiles", "List, show, share and check saved writebacks");
    profiles->require_subcommand(1);
    add<ListProfiles>(*profiles);
    add<ShowProfile>(*profiles);
    add<ExportProfile>(*profiles);
    add<ImportProfile>(*profiles);
    add<ValidateProfiles>(*profiles);
    CLI::App *notices = m_app->add_subcommand(
        "notices", "Tell people how saved writebacks go: by mail, webhook, desktop notification and ping");
    notices->require_subcommand(1);
    add<ShowNotices>(*notices);
    add<SetMail>(*notices);
    add<SetDesktop>(*notices);
    add<AddWebhook>(*notices);
    add<SetPing>(*notices);
    add<RemoveChannel>(*notices);
    add<TestNotices>(*notices);
    add<ListFailures>(*notices);
    CLI::App *schedule = m_app->add_subcommand(
        "schedule", "Hand the schedules of saved writebacks over to the scheduler of this computer");
    schedule->require_subcommand(1);
    add<InstallSchedule>(*schedule);
    add<RemoveSchedule>(*schedule);
    add<ListSchedules>(*schedule);
    add<RepairSchedules>(*schedule);
    add<ShowSchedule>(*schedule);
    add<CompletionCommand>(*m_app);
    add<ManualCommand>(*m_app);
}

CommandLine::~CommandLine() = default;

template <typename Kind> void CommandLine::add(CLI::App &parent)
{
    m_commands.push_back(std::make_unique<Kind>(parent));
}

Core::Result<Command *, ExitCode> CommandLine::parse(int argc, const char *const *argv)
{
    try {
        m_app->parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return Core::Unexpected<ExitCode>(explain(*m_app, error));
    }
    return std::ranges::find_if(m_commands, &Command::isAskedFor)->get(); // one is required
}

} // namespace Cli
