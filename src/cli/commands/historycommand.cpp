#include "cli/commands/historycommand.h"

#include "cli/definitions.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddata.h"
#include "cli/saveddefinitions.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "history/runexport.h"
#include "setup/named.h"
#include "words/answertext.h"
#include "words/recordtext.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// Of a saved writeback, or else of one that is not saved any more.
Core::Result<QList<History::RunRecord>> runsOf(const QString &profile, int max, const SavedData &data)
{
    const History::RunHistory &history = data.folder().history();
    if (profile.isEmpty())
        return history.allRuns(max);
    const auto saved = Setup::profileNamed(data.store(), profile);
    if (saved)
        return history.runs((*saved)->id, max);
    if (!saved.error().cause.as<Core::NotOneOf>())
        return Core::propagate(saved);
    auto runs = history.allRuns();
    if (!runs)
        return runs;
    runs->removeIf([&profile](const History::RunRecord &run) {
        return run.entry.profileId != profile && run.entry.profileName.compare(profile, Qt::CaseInsensitive) != 0;
    });
    if (runs->isEmpty())
        return Core::propagate(saved);
    return max < 0 ? *runs : runs->first(std::min<qsizetype>(max, runs->size()));
}

QString textOf(const QList<History::RunRecord> &runs)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows;
    for (const History::RunRecord &run : runs) {
        const QString what = run.entry.profileName.isEmpty() ? run.entry.target : run.entry.profileName;
        rows.append({Words::capitalized(Words::whenToTheSecondText(run.entry.started, now)),
                     Words::pastRunLine(Words::pastRunOf(run)).text, what,
                     QStringList{run.program, run.version}.join(u' ').trimmed()});
    }
    return rows.isEmpty() ? u"No runs are recorded."_s : tableText(rows);
}

} // namespace

HistoryCommand::HistoryCommand(CLI::App &app, QObject *parent)
    : Command(parent), m_app(app.add_subcommand("history", "List recorded runs, the newest first"))
{
    addOption(m_app, "PROFILE", m_profile, "Only runs of this writeback, by name or ID; also one that is deleted");
    addDataDir(m_app, m_dataDir);
    m_app->add_option("--max", m_max, "List at most N runs (default: " + std::to_string(m_max) + "; 0: all)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber.description(""));
    m_app->add_flag("--json", m_json, "Print them as one JSON document, with all that is recorded");
}

bool HistoryCommand::isAskedFor() const
{
    return m_app->parsed();
}

void HistoryCommand::start()
{
    const SavedData data(m_dataDir);
    reportKeeping(data.folder());
    if (data.folder().keeping() != Runs::DataFolder::Keeping::Persistent) { // what is recorded cannot be read
        Q_EMIT finished(refuse(*data.folder().fault(), m_json));
        return;
    }
    const auto runs = runsOf(m_profile, m_max == 0 ? History::RunHistory::noLimit : m_max, data);
    if (!runs) {
        Q_EMIT finished(refuse(runs.error(), m_json));
        return;
    }
    const QString text = m_json ? jsonText(QJsonDocument::fromJson(History::runsAsJson(*runs))) : textOf(*runs);
    Q_EMIT finished(print(text) ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
