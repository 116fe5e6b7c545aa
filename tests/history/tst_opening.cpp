#include "core/laterversion.h"
#include "history/journals.h"
#include "history/opening.h"
#include "history/runhistory.h"
#include "history/schema.h"
#include "support/fulldisk.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace History;
using namespace Support;

class TestOpening final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<HistoryFile>(); }

    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void fileIsInWalModeAndOfThisVersion()
    {
        QVERIFY(openIt());
        QCOMPARE(ask(m_file->path, u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(ask(m_file->path, u"PRAGMA user_version"_s).toInt(), schemaVersion);
    }

    void everyConnectionFlushesItsWrites()
    {
        const auto full = u"2"_s; // sqlite.org/pragma.html#pragma_synchronous
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(openIt()->database->value(u"PRAGMA synchronous"_s), full);
            QCOMPARE(openHistory(m_file->place()).value()->value(u"PRAGMA synchronous"_s), full);
        }
    }

    void filesAreTheirOwnersAlone()
    {
#ifdef Q_OS_UNIX
        const auto opened = openIt();
        QVERIFY(opened);
        QVERIFY(open(m_file->place())->begin(entry()));
        const QFileInfoList files = QDir(m_file->folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 4); // with log, index of the log, and lock
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QFileInfo &file : files)
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
#endif
    }

    void filesOfAnEarlierVersionAreClosedToOthers()
    {
#ifdef Q_OS_UNIX
        {
            const auto opened = openIt();
            QVERIFY(opened);
            QVERIFY(open(m_file->place())->begin(entry()));
            for (const char *tail : {"", "-wal", "-shm"})
                QVERIFY(QFile::setPermissions(m_file->path + QLatin1String(tail),
                                              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
            QVERIFY(openHistory(m_file->place()));
            for (const char *tail : {"", "-wal", "-shm"})
                QVERIFY2(!(QFileInfo(m_file->path + QLatin1String(tail)).permissions() & QFile::ReadOther), tail);
        }
#endif
    }

    void damagedFileIsSetAside_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database") << qint64(0) << QByteArray(20000, 'x');
        QTest::newRow("nothing but the name of the format") << qint64(0) << "SQLite format 3" + QByteArray(50000, '\0');
        QTest::newRow("first page") << qint64(100) << QByteArray(3000, '\xff');
        QTest::newRow("page of a table") << qint64(4096) << QByteArray(8192, '\xff');
    }
    void damagedFileIsSetAside()
    {
        QFETCH(qint64, at);
        QFETCH(QByteArray, bytes);
        {
            const auto opened = openIt();
            for (int i = 0; i < 20; ++i)
                QVERIFY(recordRun(m_file->place(), entry(i)));
        }
        QVERIFY(put(m_file->path, bytes, at));
        const QByteArray damaged = bytesOf(m_file->path);

        const auto history = RunHistory::open(m_file->place(), {});
        QVERIFY(history);
        QCOMPARE((*history)->setAside(), m_file->path + u".broken"_s);
        QCOMPARE((*history)->runs(profileId)->size(), 0);
        QVERIFY(recordRun(m_file->place(), entry()));
        QCOMPARE((*history)->runs(profileId)->size(), 1);
        QCOMPARE(bytesOf((*history)->setAside()).size(), damaged.size());
    }

    void fileSetAsideEarlierIsKept()
    {
        for (const char fill : {'1', '2'}) {
            QFile::remove(m_file->path);
            QVERIFY(put(m_file->path, QByteArray(5000, fill)));
            QVERIFY(openIt());
        }
        QCOMPARE(bytesOf(m_file->path + u".broken"_s), QByteArray(5000, '1'));
        QCOMPARE(bytesOf(m_file->path + u".broken2"_s), QByteArray(5000, '2'));
    }

    void foreignDatabaseIsRefused()
    {
        ask(m_file->path, u"CREATE TABLE runs (theirs TEXT)"_s);
        const auto opened = openIt();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
        QVERIFY(!QFile::exists(m_file->path + u".broken"_s));
        QCOMPARE(ask(m_file->path, u"SELECT COUNT(theirs) FROM runs"_s), QVariant(0));
    }

    void laterVersionIsRefused()
    {
        QVERIFY(openIt());
        ask(m_file->path, u"PRAGMA user_version = %1"_s.arg(schemaVersion + 1));
        const QByteArray before = bytesOf(m_file->path);
        const auto opened = openIt();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(opened.error().subject, m_file->path);
        QVERIFY(opened.error().cause.as<Core::LaterVersion>());
        QCOMPARE(bytesOf(m_file->path), before);
        QVERIFY(!QFile::exists(m_file->path + u".broken"_s));
    }

    // A process ID in it may belong to another process by now.
    void leftoverLockFileIsNotALock()
    {
        QVERIFY(put(m_file->path + u".lock"_s, "1\nworkiva-writeback\nthis host\n"));
        QVERIFY(openIt());
    }

    void pathTakenByAFolderIsADiskError()
    {
        QVERIFY(QDir().mkpath(m_file->path));
        const auto opened = openIt();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
        QVERIFY(QFileInfo(m_file->path).isExecutable()); // as it was
    }

    void missingFolderIsADiskError()
    {
        const QString path = m_file->folder.filePath(u"none/history.sqlite"_s);
        const auto opened = openSoundHistory(Place::file(path));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(opened.error().subject, path);
    }

    void fullDiskIsADiskError()
    {
#ifdef Q_OS_UNIX
        {
            const Support::FullDisk full;
            const auto opened = openIt();
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, Core::ErrorKind::Disk);
            QCOMPARE(opened.error().subject, m_file->path);
        }
        const auto opened = openIt(); // when there is space again
        QVERIFY(opened);
        QVERIFY(opened->setAside.isEmpty());
#else
        QSKIP("needs a limit of the size of files");
#endif
    }

private:
    [[nodiscard]] Core::Result<OpenedHistory> openIt() const
    {
        return openSoundHistory(m_file->place());
    }

    std::unique_ptr<HistoryFile> m_file;
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
