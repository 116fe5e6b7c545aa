#include "cli/commands/profiles/listprofiles.h"

#include "cli/profiletext.h"
#include "cli/reportjson.h"
#include "cli/saveddata.h"
#include "cli/saveddefinitions.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "words/recordtext.h"
#include "words/savedtext.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

ListProfiles::ListProfiles(CLI::App &profiles, QObject *parent)
    : Command(parent), m_app(profiles.add_subcommand("list", "List the saved writebacks: name, target, group, account"))
{
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print them as one JSON document, with all that is saved");
}

bool ListProfiles::isAskedFor() const
{
    return m_app->parsed();
}

void ListProfiles::start()
{
    const SavedData data(m_dataDir);
    data.reportFaults();
    QList<QStringList> rows;
    QJsonArray array;
    for (const Profiles::Profile &profile : data.store().profiles()) {
        array.append(profileJson(profile, data.store()));
        rows.append({profile.name, Words::targetPath(profile), profile.group, accountName(profile, data.store()),
                     profile.archived ? u"archived"_s : QString()});
    }
    for (const Profiles::LaterRecord &later : data.store().laterProfiles()) {
        array.append(QJsonObject{{u"id"_s, later.id}, {u"name"_s, later.name}, {u"isLaterVersion"_s, true}});
        rows.append({later.name, Words::laterVersionName().text});
    }
    const QString text = rows.isEmpty() ? u"No writebacks are saved."_s : tableText(rows);
    const auto printed = print(m_json ? jsonText(QJsonObject{{u"writebacks"_s, array}}) : text);
    Q_EMIT finished(printed ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
