#include "cli/commands/notices/noticecommand.h"

#include "cli/notifying.h"
#include "cli/reportjson.h"
#include "cli/saveddefinitions.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>

namespace Cli {

NoticeCommand::NoticeCommand(CLI::App &notices, const Naming &naming, QObject *parent)
    : Command(parent), m_app(notices.add_subcommand(naming.name, naming.text))
{
}

bool NoticeCommand::isAskedFor() const
{
    return m_app->parsed();
}

void NoticeCommand::addUsualOptions()
{
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print the result as one JSON document");
}

SavedData &NoticeCommand::data()
{
    if (!m_data)
        m_data = std::make_unique<SavedData>(m_dataDir);
    return *m_data;
}

Notices::ChannelStore NoticeCommand::channels() const
{
    return channelStore(m_dataDir);
}

void NoticeCommand::refuse(const Core::Error &error)
{
    Q_EMIT finished(refuseNotice(error, m_json));
}

void NoticeCommand::show(const QString &text, const QJsonObject &json, ExitCode code)
{
    Q_EMIT finished(print(m_json ? jsonText(json) : text) ? code : withoutReport(code));
}

} // namespace Cli
