#include "core/filelock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

using Core::FileLock;
using namespace std::chrono_literals;

class tst_FileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondTakerIsBusy();
    void secondTakerWaitsAsLongAsItIsTold();
    void whoLooksDoesNotTake();
    void fileIsItsOwnersAlone();
    void folderThatIsNotThereIsADiskError();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"lock"_s); }
    const QTemporaryDir m_folder;
};

void tst_FileLock::secondTakerIsBusy()
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

void tst_FileLock::secondTakerWaitsAsLongAsItIsTold()
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

void tst_FileLock::whoLooksDoesNotTake()
{
    QVERIFY(!FileLock::isTaken(path()));
    FileLock first;
    QVERIFY(first.take(path()));
    QVERIFY(FileLock::isTaken(path()));
    first.release();
    QVERIFY(!FileLock::isTaken(path()));
    QVERIFY(first.take(path()));
}

void tst_FileLock::fileIsItsOwnersAlone()
{
#ifdef Q_OS_UNIX
    FileLock first;
    QVERIFY(first.take(path()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(path()).permissions() & others, QFile::Permissions());
#endif
}

void tst_FileLock::folderThatIsNotThereIsADiskError()
{
    FileLock lock;
    const auto taken = lock.take(m_folder.filePath(u"none/lock"_s));
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, Core::ErrorKind::Disk);
}

QTEST_GUILESS_MAIN(tst_FileLock)
#include "tst_filelock.moc"
