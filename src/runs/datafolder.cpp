#include "runs/datafolder.h"

#include "core/privatefiles.h"
#include "profiles/profilestore.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace Runs {

const QString productName = u"Workiva Writeback"_s;

namespace {

QString absolutePath(const QString &path)
{
    const QString wanted = path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : path;
    return QDir::cleanPath(QDir(wanted).absolutePath());
}

// Whether the folder holds only files of this product's programs, or does not exist yet.
bool isOurs(const QDir &folder)
{
    const QStringList ours = Profiles::ProfileStore::folderNames()
        + QStringList{u"locks"_s, u"notices"_s, u"history.sqlite*"_s, productName + u'*'};
    constexpr auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    return folder.entryList(ours, all).size() == folder.entryList(all).size();
}

// A chosen folder with other content may be shared on purpose.
bool make(const QString &path, bool isChosen)
{
    const QDir folder(path);
    if (isChosen && folder.exists() && !isOurs(folder))
        return true;
    return Core::makePrivateFolder(path);
}

// Permissions are no proof: a file system may be mounted read-only, and a privileged user may write anywhere.
bool canBeWritten(const QString &folder)
{
    return QTemporaryFile(QDir(folder).filePath(u"XXXXXX.tmp"_s)).open();
}

bool isPrivate(const QString &folder)
{
    constexpr QFile::Permissions others = QFile::WriteGroup | QFile::WriteOther;
    return !(QFileInfo(folder).permissions() & others);
}

// Even if nothing can be stored, two programs must not write the same sheet: locks in the user's temporary folder.
QString temporaryLocks()
{
    const QString user = qEnvironmentVariable("USER", u"user"_s);
    return QDir(QStandardPaths::writableLocation(QStandardPaths::TempLocation))
        .filePath(u"workiva-writeback-%1"_s.arg(user));
}

std::unique_ptr<History::RunHistory> openMemory(const History::Place &place, const QString &lockFolder)
{
    auto opened = History::RunHistory::open(place, lockFolder);
    if (!opened) // SQLite is missing
        qFatal("No history of runs can be kept, not even in memory: %s", qPrintable(opened.error().detail));
    return *std::move(opened);
}

} // namespace

QString DataFolder::lockFolderIn(const QString &path)
{
    return QDir(absolutePath(path)).filePath(u"locks"_s);
}

QString DataFolder::profilesFolderIn(const QString &path)
{
    return path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : path;
}

DataFolder::DataFolder(const QString &path, History::Program program)
    : m_path(absolutePath(path))
    , m_isChosen(!path.isEmpty())
    , m_program(std::move(program))
    , m_lockFolder(lockFolderIn(path))
{
    if (make(m_path, m_isChosen) && Core::makePrivateFolder(m_lockFolder) && canBeWritten(m_path)
        && canBeWritten(m_lockFolder)) {
        openHistory();
        return;
    }
    m_keeping = Keeping::InMemory;
    m_fault = Core::Error{.kind = Core::ErrorKind::Disk, .subject = m_path};
    m_lockFolder = temporaryLocks();
    // Another user may have created the folder first.
    if (!Core::makePrivateFolder(m_lockFolder) || !isPrivate(m_lockFolder) || !canBeWritten(m_lockFolder)) {
        m_ownLocks = std::make_unique<QTemporaryDir>();
        m_lockFolder = m_ownLocks->path();
    }
    m_place = History::Place::memory();
    m_history = openMemory(m_place, m_lockFolder);
}

DataFolder::~DataFolder() = default;

void DataFolder::openHistory()
{
    m_place = History::Place::file(QDir(m_path).filePath(u"history.sqlite"_s));
    auto opened = History::RunHistory::open(m_place, m_lockFolder);
    if (opened) {
        m_history = *std::move(opened);
        return;
    }
    m_keeping = Keeping::NotAtAll;
    m_fault = opened.error();
    m_history = openMemory(History::Place::memory(), m_lockFolder);
}

Writeback::Bookkeeping DataFolder::books() const
{
    return {.openJournal = [place = m_place, program = m_program] { return History::RunJournal::open(place, program); },
            .lockFolder = m_lockFolder};
}

Core::Result<std::unique_ptr<History::ScheduleLog>> DataFolder::openScheduleLog() const
{
    return History::ScheduleLog::open(m_place);
}

} // namespace Runs
