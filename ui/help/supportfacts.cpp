#include "ui/help/supportfacts.h"

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "runs/datafolder.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr int shownRuns = 20;

QString name(Runs::DataFolder::Keeping keeping)
{
    switch (keeping) {
    case Runs::DataFolder::Keeping::Persistent: return u"in its folder"_s;
    case Runs::DataFolder::Keeping::InMemory: return u"in memory"_s;
    case Runs::DataFolder::Keeping::NotAtAll: return u"unusable"_s;
    }
    Q_UNREACHABLE();
}

qint64 historyBytes(const QString &folder)
{
    qint64 bytes = 0;
    const QFileInfoList files = QDir(folder).entryInfoList({u"history.sqlite*"_s}, QDir::Files);
    for (const QFileInfo &file : files)
        bytes += file.size();
    return bytes;
}

} // namespace

SupportFacts supportFacts(const Profiles::ProfileStore &store, const Profiles::SecretStore &secrets,
                          const Runs::DataFolder &folder, const Profiles::Settings &settings)
{
    const auto runs = folder.history().allRuns(shownRuns);
    const auto count = folder.history().count();
    return {.created = QDateTime::currentDateTimeUtc(),
            .version = QCoreApplication::applicationVersion(),
            .qt = u"%1, built with %2"_s.arg(QLatin1String(qVersion()), QStringLiteral(QT_VERSION_STR)),
            .system = QStringList{QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                                  QSysInfo::currentCpuArchitecture()}
                          .join(u", "_s),
            .platform = QGuiApplication::platformName(),
            .locale = QLocale().name(),
            .settings = settings,
            .hasKeychain = secrets.isPersistent(),
            .keeping = name(folder.keeping()),
            .isUsualFolder = QFileInfo(Runs::DataFolder::lockFolderIn({})).path() == folder.path(),
            .historyBytes = historyBytes(folder.path()),
            .recordedRuns = runs && count ? std::optional(*count) : std::nullopt,
            .faults = store.faults().size(),
            .ofLaterVersion = store.laterAccounts().size() + store.laterProfiles().size(),
            .accounts = store.accounts(),
            .profiles = store.profiles(),
            .runs = runs.value_or(QList<History::RunRecord>()),
            .home = QDir::homePath()};
}

} // namespace Ui
