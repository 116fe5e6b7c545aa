#include "cli/commands/runcommand.h"

#include "cli/advice.h"
#include "cli/definitions.h"
#include "cli/helptext.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddefinitions.h"
#include "cli/scheduledreport.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "profiles/keychainsecretstore.h"
#include "words/batchtext.h"
#include "words/reporttext.h"
#include "words/shown.h"

#include <CLI/CLI.hpp>
#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Writeback::Unsettled;

QJsonObject runObject(const SavedRun &run, const QString &next)
{
    return {{u"profile"_s, QJsonObject{{u"id"_s, run.profileId}, {u"name"_s, run.name}}},
            {u"report"_s, run.report ? QJsonValue(reportJson(*run.report, next)) : QJsonValue()}};
}

QString summaryText(const QList<SavedRun> &runs)
{
    QList<Writeback::State> states;
    for (const SavedRun &run : runs) {
        if (run.report)
            states.append(run.report->state);
    }
    const QString ended = Words::batchLine(states).text;
    const qsizetype others = runs.size() - states.size();
    return others == 0 ? ended : u"%1 Not run: %2."_s.arg(ended).arg(others);
}

} // namespace

RunCommand::RunCommand(CLI::App &app, QObject *parent)
    : Command(parent)
    , m_app(app.add_subcommand("run", "Run saved writebacks: write the differences of each and verify it"))
{
    m_app->footer(savedHelp());
    addSavedOptions(m_app, m_options);
    addRepeatable(m_app, "PROFILE", m_options.profiles,
                  "Saved writebacks, by name or ID, or files of writebacks (*.writeback.json)")
        ->expected(-1);
    addOption(m_app, "--group", m_options.group, "Run all writebacks of this group that are not in the archive")
        ->type_name("NAME");
    m_app->add_flag_callback(
        "--stop-on-failure", [this] { m_how.afterFailure = SavedRuns::AfterFailure::Stop; },
        "Start no further writeback once one was not verified");
    CLI::Option *wait = m_app->add_flag_callback(
        "--wait", [this] { m_how.unsettled = Unsettled::Wait; },
        "If the outcome of an earlier write is unknown, wait for it instead of refusing");
    m_app
        ->add_flag_callback(
            "--ignore-earlier", [this] { m_how.unsettled = Unsettled::Proceed; },
            "Run even if an earlier write may still arrive")
        ->excludes(wait);
    addAcceptance(m_app, m_acceptance);
    m_app->add_flag("--yes", m_yes, "Write without confirmation; required unless --scheduled is given");
    m_app
        ->add_option("--scheduled", m_scheduled,
                     "For schedulers: run the one writeback only if it is due by its schedule, retry it as that says, "
                     "and keep a record of what was missed or skipped; see schedule install")
        ->type_name("FINGERPRINT")
        ->excludes("--group", "--stop-on-failure", "--wait", "--ignore-earlier", "--accept");
    m_app->add_flag("--json", m_json, "Print the reports as one JSON document");
}

RunCommand::~RunCommand() = default;

bool RunCommand::isAskedFor() const
{
    return m_app->parsed();
}

void RunCommand::start()
{
    m_data = std::make_unique<SavedData>(m_options.dataDir);
    m_data->reportFaults();
    const auto chosen = choice();
    if (chosen)
        run(*chosen);
    else
        Q_EMIT finished(refuse(chosen.error(), m_json));
}

Core::Result<SavedChoice> RunCommand::choice()
{
    auto chosen = choiceOf(m_options, *m_data, QProcessEnvironment::systemEnvironment());
    if (!chosen)
        return chosen;
    const auto rules = rulesOf(m_acceptance, QDateTime::currentDateTimeUtc().date());
    if (!rules)
        return Core::propagate(rules);
    const bool isScheduled = !m_scheduled.empty();
    if (!m_yes && !isScheduled)
        return Core::fail(Core::ErrorKind::NoConsent);
    if (isScheduled && chosen->profileIds.size() != 1)
        return Core::fail(Core::ErrorKind::InvalidInput, u"one PROFILE alone"_s, {}, Core::NotGiven{});
    if (rules->accepted.isEmpty())
        return chosen;
    for (const QString &id : chosen->profileIds) {
        Profiles::Profile accepting = *m_data->store().profile(id);
        for (const Sheet::Acceptance &acceptance : rules->accepted)
            accepting.guards.accept(acceptance);
        if (const auto saved = m_data->store().save(accepting); !saved)
            return Core::propagate(saved);
    }
    return chosen;
}

void RunCommand::run(const SavedChoice &choice)
{
    reportKeeping(m_data->folder());
    m_keychain = std::make_unique<Profiles::KeychainSecretStore>(unattendedTimeout);
    m_secrets = std::make_unique<HeadlessSecrets>(choice.credentials, *m_keychain);
    m_runs = std::make_unique<SavedRuns>(*m_data, *m_secrets);
    m_teller = std::make_unique<Notices::Teller>(noticeMeans(*m_data, m_options.dataDir, *m_secrets, m_clock));
    connect(m_teller.get(), &Notices::Teller::outcome, this, &RunCommand::addTold);
    connect(m_runs.get(), &SavedRuns::ended, this, &RunCommand::show);
    connect(m_runs.get(), &SavedRuns::finished, this, &RunCommand::finish);
    if (m_scheduled.empty())
        m_runs->run(choice.profileIds, m_how);
    else
        runDue(choice.profileIds.first());
}

void RunCommand::runDue(const QString &profileId)
{
    connect(m_runs.get(), &SavedRuns::begun, this,
            [this, profileId] { m_teller->ping(profileId, Notices::Sign::Start); });
    connect(m_runs.get(), &SavedRuns::retrying, this,
            [](std::chrono::minutes after) { printError(u"It will be run again in %1 min."_s.arg(after.count())); });
    connect(m_runs.get(), &SavedRuns::scheduledEnded, this, &RunCommand::showScheduled);
    m_runs->runDue(profileId, QString::fromStdString(m_scheduled));
}

QString RunCommand::adviceOn(const SavedRun &run) const
{
    return savedAdvice(*run.report, run.name);
}

void RunCommand::show(const SavedRun &run)
{
    if (m_json)
        return;
    const QString name = u"Name     %1\n"_s.arg(Words::shown(run.name));
    m_isLost = !print(name + Words::reportText(*run.report, adviceOn(run)) + u'\n') || m_isLost;
}

void RunCommand::showScheduled(const Runs::ScheduledEnd &end)
{
    m_end = end;
    if (m_json)
        return;
    const QStringList lines = scheduledLines(end, QDateTime::currentDateTimeUtc());
    if (!lines.isEmpty())
        m_isLost = !print(lines.join(u'\n') + u'\n') || m_isLost;
    if (end.error)
        refuse(*end.error, false);
}

void RunCommand::finish(const QList<SavedRun> &runs)
{
    if (m_end)
        return finishScheduled(runs.first());
    QJsonArray array;
    QList<ExitCode> codes;
    for (const SavedRun &run : runs) {
        array.append(runObject(run, run.report ? adviceOn(run) : QString()));
        codes.append(run.report ? exitCode(*run.report) : ExitCode::Cancelled);
        if (!run.report && !m_json)
            m_isLost = !print(u"Name     %1\nState    Not run\n"_s.arg(Words::shown(run.name))) || m_isLost;
    }
    if (!m_json && runs.size() > 1)
        m_isLost = !print(summaryText(runs)) || m_isLost;
    m_document = {{u"runs"_s, array}};
    m_code = mostSerious(codes);
    tellOthers();
}

void RunCommand::finishScheduled(const SavedRun &run)
{
    QJsonArray array;
    for (const Writeback::RunReport &report : m_end->reports) {
        const SavedRun one{.profileId = run.profileId, .name = run.name, .report = report};
        array.append(runObject(one, adviceOn(one)));
    }
    m_document = {{u"runs"_s, array}, {u"schedule"_s, scheduledJson(*m_end)}};
    if (m_end->error)
        m_document.insert(u"error"_s,
                          refusalJson(*m_end->error, savedAdvice(refusalBy(*m_end->error), run.name))[u"error"_s]);
    m_code = scheduledCode(*m_end);
    if (!m_end->reports.isEmpty())
        m_teller->ping(run.profileId, m_code == ExitCode::Done ? Notices::Sign::Success : Notices::Sign::Failure);
    tellOthers();
}

void RunCommand::tellOthers()
{
    connect(m_teller.get(), &Notices::Teller::idle, this, &RunCommand::end, Qt::SingleShotConnection);
    m_teller->tell(conditionsIn(*m_data, QDateTime::currentDateTimeUtc()));
}

// What did not get through changes nothing of what was run, and is in the list of failures.
void RunCommand::addTold(const Notices::Outcome &outcome)
{
    m_told.append(toldJson(outcome, m_data->store()));
    if (!outcome.error)
        return;
    const ToldLine line = toldLine(outcome, m_data->store());
    printError(QStringList{line.channel, line.about, line.text}.join(u' ').simplified());
}

void RunCommand::end()
{
    if (m_json) {
        m_document.insert(u"told"_s, m_told);
        m_isLost = !print(jsonText(m_document));
    }
    if (m_isLost)
        printError(u"The reports could not be written to standard output. The run history has them."_s);
    Q_EMIT finished(m_isLost ? withoutReport(m_code) : m_code);
}

} // namespace Cli
