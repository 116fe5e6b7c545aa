#include "cli/commands/statuscommand.h"

#include "cli/definitions.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddata.h"
#include "cli/saveddefinitions.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "history/runexport.h"
#include "runs/turn.h"
#include "words/errortext.h"
#include "words/kindtext.h"
#include "words/recordtext.h"
#include "words/savedtext.h"
#include "words/servicename.h"
#include "words/turntext.h"
#include "words/whentext.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Words::WritebackKind;

// A saved writeback that is not in the archive.
struct Status
{
    QString id;
    QString name;
    WritebackKind kind = WritebackKind::NeedsYou;
    Words::Line state{};
    std::optional<Runs::Standing> standing{}; // none: not known, or it is a later version's
    Core::Result<Runs::ScheduleStanding> schedule{};
};

QString nameOf(WritebackKind kind)
{
    switch (kind) {
    case WritebackKind::Verified: return u"verified"_s;
    case WritebackKind::NeedsYou: return u"needsYou"_s;
    case WritebackKind::Running: return u"running"_s;
    case WritebackKind::NotRun: return u"notRun"_s;
    case WritebackKind::Archived: return u"archived"_s;
    }
    Q_UNREACHABLE();
}

QList<Status> statusOf(const Profiles::ProfileStore &store, const History::RunHistory &history,
                       const QHash<QString, QList<History::RunRecord>> &runs, const QDateTime &now)
{
    QList<Status> all;
    for (const Profiles::Profile &profile : store.profiles()) {
        if (profile.archived)
            continue;
        const QList<History::RunRecord> own = runs.value(profile.id);
        const auto others = Runs::otherChanges(history, profile, own);
        Status status{.id = profile.id, .name = profile.name};
        if (others)
            status.standing = Runs::standingOf(profile, own, *others);
        status.state = Words::standingLine(status.standing);
        status.kind = Words::restingKind(profile, status.state);
        status.schedule = Runs::scheduleStanding(history, profile, thisProgram().version, now);
        const bool isBad = !status.schedule || status.schedule->needsYou();
        if (isBad && status.kind != WritebackKind::Running)
            status.kind = WritebackKind::NeedsYou;
        all.append(status);
    }
    for (const Profiles::LaterRecord &later : store.laterProfiles())
        all.append({.id = later.id, .name = later.name, .state = Words::laterVersionName()});
    return all;
}

const History::RunRecord *lastOf(const Status &status)
{
    return status.standing && status.standing->last ? &*status.standing->last : nullptr;
}

// Why there will be no run, or when the next one is due; empty if it runs manually.
QString scheduleText(const Status &status, const QDateTime &now)
{
    return status.schedule ? Words::scheduleStandingLine(*status.schedule, now).text
                           : Words::errorText(status.schedule.error()).message;
}

QJsonObject scheduleObject(const Status &status)
{
    if (!status.schedule)
        return {{u"standing"_s, u"unknown"_s}, {u"error"_s, Words::errorText(status.schedule.error()).message}};
    QJsonObject object{{u"standing"_s, Runs::name(status.schedule->kind)}};
    if (status.schedule->time.isValid())
        object.insert(u"time"_s, status.schedule->time.toUTC().toString(Qt::ISODateWithMs));
    return object;
}

QJsonObject objectOf(const Status &status)
{
    QJsonObject object{{u"profile"_s, QJsonObject{{u"id"_s, status.id}, {u"name"_s, status.name}}},
                       {u"kind"_s, nameOf(status.kind)},
                       {u"state"_s, status.state.text},
                       {u"schedule"_s, scheduleObject(status)}};
    if (const History::RunRecord *last = lastOf(status))
        object.insert(u"lastRun"_s, QJsonDocument::fromJson(History::runsAsJson({*last})).array().first());
    if (status.standing && status.standing->verified)
        object.insert(u"lastVerified"_s, status.standing->verified->ended.toUTC().toString(Qt::ISODateWithMs));
    return object;
}

QStringList rowOf(const Status &status, const QDateTime &now)
{
    const History::RunRecord *last = lastOf(status);
    const QString when = last ? Words::capitalized(Words::whenText(last->entry.started, now)) : QString();
    QString more;
    if (last && status.kind == WritebackKind::NeedsYou)
        more = Words::recordExplanation(*last).text;
    else if (last && status.kind == WritebackKind::Running)
        more = QStringList{last->program, last->version}.join(u' ').trimmed();
    return {status.name, status.state.text, when, scheduleText(status, now), more};
}

QString textOf(const QList<Status> &all, const QList<History::RunRecord> &others)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows;
    QStringList counts{Words::writebacksText(int(all.size()))};
    for (const WritebackKind kind :
         {WritebackKind::NeedsYou, WritebackKind::Running, WritebackKind::NotRun, WritebackKind::Verified}) {
        int count = 0;
        for (const Status &status : all) {
            if (status.kind != kind)
                continue;
            ++count;
            if (kind != WritebackKind::Verified)
                rows.append(rowOf(status, now));
        }
        if (count > 0)
            counts.append(Words::kindText(kind, count));
    }
    for (const History::RunRecord &run : others)
        rows.append({run.entry.target,
                     Words::recordState(run).text,
                     Words::capitalized(Words::whenText(run.entry.started, now)),
                     {},
                     {}});
    const QString summary = counts.join(u", "_s);
    return rows.isEmpty() ? summary : tableText(rows) + u"\n\n"_s + summary;
}

} // namespace

StatusCommand::StatusCommand(CLI::App &app, QObject *parent)
    : Command(parent)
    , m_app(app.add_subcommand("status",
                               "Tell which runs are under way or were interrupted, and the state of the "
                               "writebacks that are not verified"))
{
    m_app->footer("The exit code is " + std::to_string(int(ExitCode::NeedsAttention))
                  + " if a writeback needs somebody, as in the window's list: its last run failed, was refused, "
                    "interrupted or\nleft the sheet different or in an unknown state, its schedule missed a run or is "
                    "paused, or it cannot\nbe read. It is 0 otherwise, also for one that was never run or was changed "
                    "since. The archive does not\ncount.");
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print all writebacks as one JSON document");
}

bool StatusCommand::isAskedFor() const
{
    return m_app->parsed();
}

void StatusCommand::start()
{
    const SavedData data(m_dataDir);
    data.reportFaults();
    reportKeeping(data.folder());
    if (data.folder().keeping() != Runs::DataFolder::Keeping::Persistent) { // what is recorded cannot be read
        Q_EMIT finished(refuse(*data.folder().fault(), m_json));
        return;
    }
    const History::RunHistory &history = data.folder().history();
    const auto runs = Runs::decisiveRuns(history);
    auto others = history.runningRuns(); // those without a saved writeback
    if (!runs || !others) {
        Q_EMIT finished(refuse(runs ? others.error() : runs.error(), m_json));
        return;
    }
    others->removeIf([&data](const History::RunRecord &run) { return data.store().profile(run.entry.profileId); });
    const QList<Status> all = statusOf(data.store(), history, *runs, QDateTime::currentDateTimeUtc());
    bool needsYou = !data.store().faults().isEmpty();
    QJsonArray array;
    for (const Status &status : all) {
        array.append(objectOf(status));
        needsYou = needsYou || status.kind == WritebackKind::NeedsYou;
    }
    const QJsonObject document{{u"writebacks"_s, array},
                               {u"otherRuns"_s, QJsonDocument::fromJson(History::runsAsJson(*others)).array()}};
    const auto printed = print(m_json ? jsonText(document) : textOf(all, *others));
    const ExitCode code = needsYou ? ExitCode::NeedsAttention : ExitCode::Done;
    Q_EMIT finished(printed ? code : withoutReport(code));
}

} // namespace Cli
