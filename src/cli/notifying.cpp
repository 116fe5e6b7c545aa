#include "cli/notifying.h"

#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/terminal.h"
#include "runs/scheduledrun.h"
#include "words/errortext.h"
#include "words/noticetext.h"

#include <QDir>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString noticesIn(const QString &folder)
{
    return QDir(folder).filePath(u"notices"_s);
}

QString aboutText(const Notices::Outcome &outcome, const Profiles::ProfileStore &store)
{
    const Profiles::Profile *profile = store.profile(outcome.about); // of a ping, the ID
    return profile ? profile->name : outcome.about;
}

// Without its holidays, a schedule runs nothing.
Notices::Condition unknownDays(const Profiles::Profile &profile, const Core::Error &error)
{
    const Words::ErrorText text = Words::errorText(error);
    return {.profileId = profile.id,
            .profileName = profile.name,
            .group = profile.group,
            .kind = Notices::Kind::NeedsYou,
            .what = QString(text.message + u' ' + text.next).trimmed()};
}

} // namespace

Notices::ChannelStore channelStore(const QString &dataDir)
{
    return Notices::ChannelStore(noticesIn(Runs::DataFolder::profilesFolderIn(dataDir)));
}

Notices::FailureLog failureLog(const SavedData &data)
{
    return Notices::FailureLog(noticesIn(data.folder().path()));
}

Notices::Means noticeMeans(const SavedData &data, const QString &dataDir, Profiles::SecretStore &secrets,
                           Core::Clock &clock)
{
    const History::Program program = thisProgram();
    return {.channelsFolder = noticesIn(Runs::DataFolder::profilesFolderIn(dataDir)),
            .stateFolder = noticesIn(data.folder().path()),
            .secrets = secrets,
            .clock = clock,
            .wording =
                Words::noticeWording(u"%1 %2 on %3"_s.arg(program.name, program.version, QSysInfo::machineHostName())),
            .proxy = data.settings().proxy};
}

QList<Notices::Condition> conditionsIn(const SavedData &data, const QDateTime &now)
{
    const History::RunHistory &history = data.folder().history();
    QList<Notices::Condition> conditions;
    for (const Profiles::Profile &profile : data.store().profiles()) {
        const auto *schedule = std::get_if<Profiles::Automatically>(&profile.schedule);
        if (!schedule || profile.archived || Runs::ScheduledRun::isUnderWay(data.folder(), profile.id))
            continue;
        if (const auto holidays = Runs::holidaysOf(*schedule); !holidays) {
            conditions.append(unknownDays(profile, holidays.error()));
            continue;
        }
        const auto last = history.last(History::RunHistory::Last::Run, profile.id);
        const auto standing = Runs::scheduleStanding(history, profile, thisProgram().version, now);
        if (last && standing && !(*last && (*last)->isRunning))
            conditions.append(Words::conditionOf(profile, *last, *standing, now));
    }
    return conditions;
}

ToldLine toldLine(const Notices::Outcome &outcome, const Profiles::ProfileStore &store)
{
    QString text = u"accepted"_s;
    if (outcome.error) {
        const Words::ErrorText said = Words::tellingText(*outcome.error);
        text = QStringList{said.message, said.next, said.quote}.join(u' ').trimmed();
    }
    return {outcome.channel, aboutText(outcome, store), text};
}

QJsonObject toldJson(const Notices::Outcome &outcome, const Profiles::ProfileStore &store)
{
    QJsonObject json{{u"channel"_s, outcome.channel.isEmpty() ? QJsonValue() : QJsonValue(outcome.channel)},
                     {u"about"_s, aboutText(outcome, store)},
                     {u"isAccepted"_s, !outcome.error},
                     {u"error"_s, QJsonValue()}};
    if (outcome.error)
        json.insert(u"error"_s, refusalJson(*outcome.error, Words::tellingText(*outcome.error).next)["error"_L1]);
    return json;
}

ExitCode refuseNotice(const Core::Error &error, bool json)
{
    const bool isOwn = error.kind == Core::ErrorKind::Keychain || error.kind == Core::ErrorKind::BadFile;
    if (!isOwn)
        return refuse(error, json);
    const Words::ErrorText text = Words::tellingText(error);
    if (json)
        return print(jsonText(refusalJson(error, text.next))) ? ExitCode::Failed : withoutReport(ExitCode::Failed);
    printError(text.message + u' ' + text.next);
    return ExitCode::Failed;
}

} // namespace Cli
