#include "cli/saveddata.h"

#include "cli/terminal.h"
#include "words/keepingtext.h"
#include "words/savedtext.h"

#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Cli {

History::Program thisProgram()
{
    return {u"workiva-writeback-cli"_s, QStringLiteral(WRITEBACK_VERSION)};
}

void reportKeeping(const Runs::DataFolder &folder)
{
    if (folder.keeping() == Runs::DataFolder::Keeping::InMemory)
        printError(Words::keptInMemoryText(*folder.fault()));
    if (!folder.history().setAside().isEmpty())
        printError(Words::historySetAsideText(folder.history().setAside()));
}

SavedData::SavedData(const QString &dataDir)
    : m_dataDir(dataDir), m_store(Runs::DataFolder::profilesFolderIn(dataDir)), m_folder(dataDir, thisProgram())
{
}

Profiles::Settings SavedData::settings() const
{
    if (m_dataDir.isEmpty())
        return Profiles::settingsIn(QSettings());
    const QString file = u"%1/%1.ini"_s.arg(Runs::productName); // as the window has it there
    return Profiles::settingsIn(QSettings(QDir(m_dataDir).filePath(file), QSettings::IniFormat));
}

void SavedData::reportFaults() const
{
    using Profiles::JsonFolder;
    for (const JsonFolder::Fault &fault : m_store.faults())
        printError(fault.kind == JsonFolder::Fault::Kind::SetAside ? Words::setAsideText(fault.path)
                                                                   : Words::unreadableText(fault.path));
}

} // namespace Cli
