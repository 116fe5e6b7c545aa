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
#include "runs/past.h"
#include "setup/named.h"
#include "words/pasttext.h"
#include "words/servicename.h"
#include "words/whentext.h"

#include <CLI/CLI.hpp>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// Of a saved writeback, or else of one that is not saved any more.
Core::Result<QList<History::PastEntry>> pastOf(const QString &profile, int max, const SavedData &data)
{
    const History::RunHistory &history = data.folder().history();
    if (profile.isEmpty())
        return Runs::pastOfAll(history, data.store(), max);
    const auto saved = Setup::profileNamed(data.store(), profile);
    if (saved)
        return Runs::pastOf(history, **saved, max);
    if (!saved.error().cause.as<Core::NotOneOf>())
        return Core::propagate(saved);
    auto past = Runs::pastOfAll(history, data.store(), History::RunHistory::noLimit);
    if (!past)
        return past;
    past->removeIf([&profile](const History::PastEntry &entry) {
        return entry.profileId != profile && entry.writeback.compare(profile, Qt::CaseInsensitive) != 0;
    });
    if (past->isEmpty())
        return Core::propagate(saved);
    return past->mid(0, max);
}

QString textOf(const QList<History::PastEntry> &past)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows;
    for (const History::PastEntry &entry : past) {
        const History::RunRecord *run = entry.run();
        const QString what = run && entry.writeback.isEmpty() ? run->entry.target : entry.writeback;
        rows.append({Words::capitalized(Words::whenToTheSecondText(entry.when(), now)), Words::pastLine(entry).text,
                     what, run ? QStringList{run->program, run->version}.join(u' ').trimmed() : u"schedule"_s});
    }
    return rows.isEmpty() ? u"No runs are recorded."_s : tableText(rows);
}

} // namespace

HistoryCommand::HistoryCommand(CLI::App &app, QObject *parent)
    : Command(parent)
    , m_app(
          app.add_subcommand("history", "List recorded runs, and the times of schedules without one, the newest first"))
{
    addOption(m_app, "PROFILE", m_profile, "Only runs of this writeback, by name or ID; also one that is deleted");
    addDataDir(m_app, m_dataDir);
    m_app->add_option("--max", m_max, "List at most N of them (default: " + std::to_string(m_max) + "; 0: all)")
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
    const int max = m_max == 0 ? History::RunHistory::noLimit : m_max;
    const auto past = pastOf(m_profile, max, data);
    if (!past) {
        Q_EMIT finished(refuse(past.error(), m_json));
        return;
    }
    const QString text = m_json ? jsonText(QJsonDocument::fromJson(History::pastAsJson(*past))) : textOf(*past);
    Q_EMIT finished(print(text) ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
