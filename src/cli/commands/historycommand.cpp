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
#include "words/turntext.h"
#include "words/whentext.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>

#include <algorithm>
#include <functional>

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

// What was noted of the times of a saved writeback's schedule instead of a run.
struct Notes
{
    QString writeback; // its name
    QList<History::ScheduleNote> notes;
};

Core::Result<QList<Notes>> notesOf(const QString &profile, int max, const SavedData &data)
{
    QList<Notes> all;
    for (const Profiles::Profile &saved : data.store().profiles()) {
        const auto named = profile.isEmpty() ? nullptr : Setup::profileNamed(data.store(), profile).value_or(nullptr);
        if (!profile.isEmpty() && named != &saved)
            continue;
        auto notes = data.folder().history().scheduleNotes(saved.id, max);
        if (!notes)
            return Core::propagate(notes);
        all.append({saved.name, *std::move(notes)});
    }
    return all;
}

// A line of the list, or an element of the document.
template <typename Shown> struct Entry
{
    QDateTime when;
    Shown shown;
};

template <typename Shown> QList<Shown> newestFirst(QList<Entry<Shown>> entries, int max)
{
    std::ranges::stable_sort(entries, std::greater(), &Entry<Shown>::when);
    QList<Shown> all;
    for (const Entry<Shown> &entry : entries)
        all.append(entry.shown);
    return max < 0 ? all : all.first(std::min<qsizetype>(max, all.size()));
}

QString textOf(const QList<History::RunRecord> &runs, const QList<Notes> &notes, int max)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto whenOf = [&now](const QDateTime &when) {
        return Words::capitalized(Words::whenToTheSecondText(when, now));
    };
    QList<Entry<QStringList>> rows;
    for (const History::RunRecord &run : runs) {
        const QString what = run.entry.profileName.isEmpty() ? run.entry.target : run.entry.profileName;
        rows.append({run.entry.started,
                     {whenOf(run.entry.started), Words::pastRunLine(Words::pastRunOf(run)).text, what,
                      QStringList{run.program, run.version}.join(u' ').trimmed()}});
    }
    for (const Notes &of : notes) {
        for (const History::ScheduleNote &note : of.notes)
            rows.append(
                {note.due, {whenOf(note.when()), Words::noteName(note.what).text, of.writeback, u"schedule"_s}});
    }
    return rows.isEmpty() ? u"No runs are recorded."_s : tableText(newestFirst(rows, max));
}

QJsonDocument documentOf(const QList<History::RunRecord> &runs, const QList<Notes> &notes, int max)
{
    const QJsonArray array = QJsonDocument::fromJson(History::runsAsJson(runs)).array();
    QList<Entry<QJsonValue>> entries;
    for (qsizetype i = 0; i < runs.size(); ++i)
        entries.append({runs[i].entry.started, array[i]});
    for (const Notes &of : notes) {
        for (const History::ScheduleNote &note : of.notes)
            entries.append({note.due,
                            QJsonObject{{u"kind"_s, u"schedule"_s},
                                        {u"state"_s, History::name(note.what)},
                                        {u"writeback"_s, of.writeback},
                                        {u"due"_s, note.due.toString(Qt::ISODateWithMs)},
                                        {u"noted"_s, note.noted.toString(Qt::ISODateWithMs)}}});
    }
    QJsonArray all;
    for (const QJsonValue &entry : newestFirst(entries, max))
        all.append(entry);
    return QJsonDocument(all);
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
    const auto runs = runsOf(m_profile, max, data);
    const auto notes = notesOf(m_profile, max, data);
    if (!runs || !notes) {
        Q_EMIT finished(refuse(runs ? notes.error() : runs.error(), m_json));
        return;
    }
    const QString text = m_json ? jsonText(documentOf(*runs, *notes, max)) : textOf(*runs, *notes, max);
    Q_EMIT finished(print(text) ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
