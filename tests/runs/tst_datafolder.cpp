#include "runs/datafolder.h"
#include "writeback/runreport.h"
#include "writeback/sheetlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

using Runs::DataFolder;
using Keeping = Runs::DataFolder::Keeping;

namespace {

constexpr QFile::Permissions others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

const History::Program program{u"tester"_s, u"1"_s};
const QString profile = u"p1"_s;

bool isPrivate(const QString &path)
{
    return !(QFileInfo(path).permissions() & others);
}

Writeback::JournalEntry entry()
{
    return {.profileId = profile, .started = QDateTime::currentDateTimeUtc()};
}

bool runIn(const DataFolder &folder)
{
    bool done = false;
    const std::unique_ptr<QThread> thread(QThread::create([books = folder.books(), &done] {
        const auto journal = books.openJournal();
        done = journal && (*journal)->begin(entry()) && (*journal)->end({});
    }));
    thread->start();
    thread->wait();
    return done;
}

} // namespace

class TestDataFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void folderIsMadeForItsOwnerAlone()
    {
        const QString path = m_place->filePath(u"deep/data"_s);
        const DataFolder folder(path, program);
        QCOMPARE(folder.keeping(), Keeping::Persistent);
        QVERIFY(!folder.fault());
        QVERIFY(runIn(folder));
        QCOMPARE(folder.history().runs(profile)->size(), 1);
        QCOMPARE(folder.history().runs(profile)->first().program, program.name);
#ifdef Q_OS_UNIX
        QVERIFY(isPrivate(path));
        QVERIFY(isPrivate(folder.books().lockFolder));
        const QFileInfoList files = QDir(path).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QFileInfo &file : files)
            QVERIFY2(isPrivate(file.filePath()), qPrintable(file.fileName()));
#endif
    }

    void profilesAreInTheChosenFolderOrBesideTheSettings()
    {
        const QString path = m_place->filePath(u"chosen"_s);
        QCOMPARE(DataFolder::profilesFolderIn(path), path);
        QCOMPARE(DataFolder::profilesFolderIn({}), QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    }

    void folderOfAnEarlierVersionBecomesPrivate()
    {
#ifdef Q_OS_UNIX
        const QString path = m_place->filePath(u"earlier"_s);
        QVERIFY(QDir().mkpath(path + u"/accounts"_s));
        QVERIFY(QDir().mkpath(path + u"/profiles"_s));
        const DataFolder folder(path, program);
        QVERIFY(isPrivate(path));
#endif
    }

    void folderWithOtherContentKeepsItsPermissions()
    {
#ifdef Q_OS_UNIX
        const QString path = m_place->filePath(u"shared"_s);
        QVERIFY(QDir().mkpath(path + u"/theirs"_s));
        const auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(path, open));
        const DataFolder folder(path, program);
        QVERIFY(!isPrivate(path));
        QVERIFY(isPrivate(folder.books().lockFolder));
        QVERIFY(isPrivate(path + u"/history.sqlite"_s));
#endif
    }

    void emptyChosenFolderBecomesPrivate()
    {
#ifdef Q_OS_UNIX
        const QString path = m_place->filePath(u"empty"_s);
        QVERIFY(QDir().mkpath(path));
        const DataFolder folder(path, program);
        QVERIFY(isPrivate(path));
#endif
    }

    // The window and the command line set the same names, and so find the same folder.
    void withoutAChoiceItIsTheUsersOwn()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(Runs::productName);
        QCoreApplication::setOrganizationName(Runs::productName);
        const DataFolder folder({}, program);
        QCOMPARE(folder.path(), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        QVERIFY(folder.path().contains(Runs::productName));
        QStandardPaths::setTestModeEnabled(false);
    }

    void withoutAFolderRunsAreKeptInMemory()
    {
        QFile file(m_place->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const DataFolder folder(file.fileName() + u"/data"_s, program);
        QCOMPARE(folder.keeping(), Keeping::InMemory);
        QVERIFY(folder.fault());
        QCOMPARE(folder.fault()->kind, Core::ErrorKind::Disk);
        QCOMPARE(folder.fault()->subject, folder.path());
        QVERIFY(runIn(folder));
        QVERIFY(runIn(folder));
        QCOMPARE(folder.history().runs(profile)->size(), 2);
    }

    void withoutAFolderSheetsAreLockedAllTheSame()
    {
        QFile file(m_place->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const DataFolder one(file.fileName() + u"/data"_s, program);
        const DataFolder two(file.fileName() + u"/data"_s, program);
        const Writeback::SheetPlace sheet{QUrl(u"https://x"_s), m_place->path(), u"s"_s};
        Writeback::SheetLock lock;
        QVERIFY(lock.take(one.books().lockFolder, sheet));
        QVERIFY(Writeback::SheetLock::isTaken(two.books().lockFolder, sheet));
    }

    void damagedHistoryIsSetAsideAndReported()
    {
        {
            const DataFolder folder(m_place->path(), program);
            QVERIFY(folder.history().setAside().isEmpty());
        }
        const QString path = m_place->filePath(u"history.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SQLite format 3" + QByteArray(5000, '\0'));
        file.close();
        const DataFolder folder(m_place->path(), program);
        QCOMPARE(folder.keeping(), Keeping::Persistent);
        QCOMPARE(folder.history().setAside(), path + u".broken"_s);
        QVERIFY(runIn(folder));
    }

    void unusableHistoryIsNotReplaced()
    {
        QVERIFY(QDir().mkpath(m_place->filePath(u"history.sqlite"_s)));
        const DataFolder folder(m_place->path(), program);
        QCOMPARE(folder.keeping(), Keeping::NotAtAll);
        QCOMPARE(folder.fault()->kind, Core::ErrorKind::Disk);
        QVERIFY(!runIn(folder));
        QVERIFY(folder.history().runs(profile)->isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"
