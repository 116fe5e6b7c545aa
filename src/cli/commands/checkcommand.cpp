#include "cli/commands/checkcommand.h"

#include "cli/advice.h"
#include "cli/definitions.h"
#include "cli/helptext.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddefinitions.h"
#include "cli/terminal.h"
#include "profiles/keychainsecretstore.h"
#include "words/endtext.h"
#include "words/reporttext.h"
#include "words/shown.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QJsonObject regionObject(const std::optional<Writeback::RegionSince> &since)
{
    if (!since)
        return {{u"isAsLeft"_s, QJsonValue()}};
    QJsonObject object{{u"isAsLeft"_s, since->changed == 0},
                       {u"left"_s, since->left.toUTC().toString(Qt::ISODateWithMs)},
                       {u"changed"_s, since->changed}};
    if (since->changed > 0)
        object.insert(u"first"_s, since->first);
    return object;
}

} // namespace

CheckCommand::CheckCommand(CLI::App &app, QObject *parent)
    : Command(parent)
    , m_app(app.add_subcommand("check",
                               "Compare the region of a saved writeback with the DataSet, and with what the "
                               "last verified run left there; writes nothing"))
{
    m_app->footer(savedHelp());
    addOption(m_app, "PROFILE", m_profile, "Saved writeback, by name or ID, or file of a writeback (*.writeback.json)")
        ->required();
    addSavedOptions(m_app, m_options);
    m_app->add_flag("--json", m_json, "Print the report as one JSON document");
}

CheckCommand::~CheckCommand() = default;

bool CheckCommand::isAskedFor() const
{
    return m_app->parsed();
}

void CheckCommand::start()
{
    m_options.profiles = {m_profile};
    m_data = std::make_unique<SavedData>(m_options.dataDir);
    m_data->reportFaults();
    const auto chosen = choiceOf(m_options, *m_data, QProcessEnvironment::systemEnvironment());
    if (!chosen) {
        Q_EMIT finished(refuse(chosen.error(), m_json));
        return;
    }
    reportKeeping(m_data->folder());
    m_keychain = std::make_unique<Profiles::KeychainSecretStore>(unattendedTimeout);
    m_secrets = std::make_unique<HeadlessSecrets>(chosen->credentials, *m_keychain);
    m_runs = std::make_unique<SavedRuns>(*m_data, *m_secrets);
    connect(m_runs.get(), &SavedRuns::finished, this, [this](const QList<SavedRun> &runs) { show(runs.first()); });
    m_runs->check(chosen->profileIds.first());
}

void CheckCommand::show(const SavedRun &run)
{
    const Writeback::RunReport &report = *run.report;
    const ExitCode code = checkCode(report, run.pendingChanges);
    const QString next = savedAdvice(report, run.name);
    const bool isCompared = report.state == Writeback::State::NothingToDo || report.state == Writeback::State::Planned;
    QString text;
    if (m_json) {
        QJsonObject object{{u"profile"_s, QJsonObject{{u"id"_s, run.profileId}, {u"name"_s, run.name}}},
                           {u"report"_s, reportJson(report, next)}};
        if (isCompared) {
            object.insert(u"region"_s, regionObject(report.regionSince));
            object.insert(u"pendingChanges"_s, run.pendingChanges ? QJsonValue(*run.pendingChanges) : QJsonValue());
        }
        text = jsonText(object);
    } else {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        text = u"Name     %1\n"_s.arg(Words::shown(run.name));
        text += isCompared ? QStringList{Words::reviewText(report.review), QString(),
                                         Words::checkText(report, run.pendingChanges).text,
                                         Words::regionSinceLine(report.regionSince, now).text}
                                 .join(u'\n')
                           : Words::reportText(report, next);
    }
    Q_EMIT finished(print(text) ? code : withoutReport(code));
}

} // namespace Cli
