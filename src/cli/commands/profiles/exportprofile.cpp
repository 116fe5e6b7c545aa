#include "cli/commands/profiles/exportprofile.h"

#include "cli/definitions.h"
#include "cli/refusal.h"
#include "cli/reportjson.h"
#include "cli/saveddata.h"
#include "cli/saveddefinitions.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "profiles/profilefile.h"
#include "setup/named.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Cli {

ExportProfile::ExportProfile(CLI::App &profiles, QObject *parent)
    : Command(parent)
    , m_app(profiles.add_subcommand("export", "Write a saved writeback to a file, without account and secrets"))
{
    addOption(m_app, "PROFILE", m_profile, "Saved writeback, by name or ID")->required();
    addOption(m_app, "FILE", m_file, "File to write, which must not exist, or a folder")->required();
    addDataDir(m_app, m_dataDir);
    m_app->add_flag("--json", m_json, "Print the path of the file as one JSON document");
}

bool ExportProfile::isAskedFor() const
{
    return m_app->parsed();
}

void ExportProfile::start()
{
    const SavedData data(m_dataDir);
    const auto profile = Setup::profileNamed(data.store(), m_profile);
    if (!profile) {
        Q_EMIT finished(refuse(profile.error(), m_json));
        return;
    }
    const QString path =
        QFileInfo(m_file).isDir() ? QDir(m_file).filePath(Profiles::profileFileName(**profile)) : m_file;
    Core::Result<void> written = Core::fail(Core::ErrorKind::InvalidInput, path, {}, Core::FileExists{});
    if (!QFileInfo::exists(path))
        written = Profiles::writeProfileFile(path, **profile);
    if (!written) {
        Q_EMIT finished(refuse(written.error(), m_json));
        return;
    }
    const auto printed = print(m_json ? jsonText(QJsonObject{{u"file"_s, path}}) : path);
    Q_EMIT finished(printed ? ExitCode::Done : ExitCode::ReportLost);
}

} // namespace Cli
