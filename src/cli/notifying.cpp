#include "cli/notifying.h"

#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/terminal.h"
#include "notices/desktopfault.h"
#include "words/errortext.h"
#include "words/noticetext.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString aboutText(const Notices::Outcome &outcome, const Profiles::ProfileStore &store)
{
    const Profiles::Profile *profile = store.profile(outcome.about); // of a ping, the ID
    return profile ? profile->name : outcome.about;
}

} // namespace

Notices::ChannelStore channelStore(const QString &dataDir)
{
    return Notices::ChannelStore(Notices::folderIn(Runs::DataFolder::profilesFolderIn(dataDir)));
}

Notices::FailureLog failureLog(const SavedData &data)
{
    return Notices::FailureLog(Notices::folderIn(data.folder().path()));
}

Notices::Means noticeMeans(const SavedData &data, const QString &dataDir, Profiles::SecretStore &secrets,
                           Core::Clock &clock)
{
    const History::Program program = thisProgram();
    return {.channelsFolder = Notices::folderIn(Runs::DataFolder::profilesFolderIn(dataDir)),
            .stateFolder = Notices::folderIn(data.folder().path()),
            .secrets = secrets,
            .clock = clock,
            .wording = Words::noticeWording(program.name, program.version),
            .proxy = data.settings().proxy};
}

QList<Notices::Condition> conditionsIn(const SavedData &data, const QDateTime &now)
{
    const Runs::DataFolder &folder = data.folder();
    return Words::conditionsOf(Runs::unattended(Runs::watchedIn(data.store(), folder), folder.history(), now), now);
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
    const bool isOwn = error.kind == Core::ErrorKind::Keychain || error.kind == Core::ErrorKind::BadFile
        || error.cause.as<Notices::DesktopFault>();
    if (!isOwn)
        return refuse(error, json);
    Writeback::RunReport report;
    report.state = Writeback::State::Failed;
    report.error = error;
    const ExitCode code = exitCode(report);
    const Words::ErrorText text = Words::tellingText(error);
    if (json)
        return print(jsonText(refusalJson(error, text.next))) ? code : withoutReport(code);
    printError(text.message + u' ' + text.next);
    return code;
}

} // namespace Cli
