#include "core/filelock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

using Core::FileLock;
using namespace std::chrono_literals;

class TestFileLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondTakerIsBusy()
    {
        FileLock first;
        FileLock second;
        QVERIFY(first.take(path()));
        const auto refused = second.take(path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Core::ErrorKind::Busy);
        QCOMPARE(refused.error().subject, path());
        first.release();
        QVERIFY(second.take(path()));
    }

    void secondTakerWaitsAsLongAsItIsTold()
    {
        FileLock first;
        QVERIFY(first.take(path()));
        bool taken = false;
        const std::unique_ptr<QThread> waiter(QThread::create([&taken, file = path()] {
            FileLock second;
            taken = second.take(file, 60s).has_value();
        }));
        waiter->start();
        first.release();
        QVERIFY(waiter->wait());
        QVERIFY(taken);
    }

    void checkingDoesNotTakeTheLock()
    {
        QVERIFY(!FileLock::isTaken(path()));
        FileLock first;
        QVERIFY(first.take(path()));
        QVERIFY(FileLock::isTaken(path()));
        first.release();
        QVERIFY(!FileLock::isTaken(path()));
        QVERIFY(first.take(path()));
    }

    void fileIsItsOwnersAlone()
    {
#ifdef Q_OS_UNIX
        FileLock first;
        QVERIFY(first.take(path()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFileInfo(path()).permissions() & others, QFile::Permissions());
#endif
    }

    void missingFolderIsADiskError()
    {
        FileLock lock;
        const auto taken = lock.take(m_folder.filePath(u"none/lock"_s));
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, Core::ErrorKind::Disk);
    }

private:
    [[nodiscard]] QString path() const
    {
        return m_folder.filePath(u"lock"_s);
    }

    const QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
