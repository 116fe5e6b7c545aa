#include "writeback/sheetlock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Writeback::SheetLock;
using Writeback::SheetPlace;

namespace {

SheetPlace sheetAt(const char *address, const QString &sheetId = u"s"_s)
{
    return {QUrl(QString::fromLatin1(address)), u"p"_s, sheetId};
}

const SheetPlace sheet = sheetAt("http://127.0.0.1:1/");

} // namespace

class TestSheetLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void secondTakerOfASheetIsBusy()
    {
        SheetLock first;
        SheetLock second;
        QVERIFY(take(first, sheet));
        QVERIFY(SheetLock::isTaken(m_folder->path(), sheet));
        const auto taken = take(second, sheet);
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, Core::ErrorKind::Busy);
        QVERIFY(QFile::exists(taken.error().subject));
    }

    void otherSheetsAndServicesAreFree()
    {
        SheetLock first;
        SheetLock otherSheet;
        SheetLock otherService;
        QVERIFY(take(first, sheet));
        QVERIFY(take(otherSheet, sheetAt("http://127.0.0.1:1/", u"s2"_s)));
        QVERIFY(take(otherService, sheetAt("http://127.0.0.1:2/")));
    }

    void namesOfThisComputerAreEqual()
    {
        SheetLock first;
        QVERIFY(take(first, sheet));
        for (const char *address :
             {"http://localhost:1", "http://LOCALHOST:1/", "http://[::1]:1/", "http://127.0.0.2:1/"})
            QVERIFY2(SheetLock::isTaken(m_folder->path(), sheetAt(address)), address);
    }

    void releasedSheetIsFreeAgain()
    {
        SheetLock first;
        SheetLock second;
        QVERIFY(take(first, sheet));
        first.release();
        QVERIFY(!SheetLock::isTaken(m_folder->path(), sheet));
        QVERIFY(take(second, sheet));
    }

    void destroyedLockIsFreeAgain()
    {
        {
            SheetLock first;
            QVERIFY(take(first, sheet));
        }
        SheetLock second;
        QVERIFY(take(second, sheet));
    }

    void lockEndsWithItsProcess()
    {
        {
            SheetLock made;
            QVERIFY(take(made, sheet));
        }
        // flock(1) holds the same kind of lock, like another program.
        QProcess holder;
        holder.start(u"flock"_s, {u"--exclusive"_s, file(), u"sh"_s, u"-c"_s, u"echo held; exec cat"_s});
        QVERIFY(holder.waitForReadyRead());
        SheetLock lock;
        const auto refused = take(lock, sheet);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Core::ErrorKind::Busy);
        QVERIFY(SheetLock::isTaken(m_folder->path(), sheet));
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QTRY_VERIFY(take(lock, sheet)); // its child ends when its input does
    }

    void leftoverFileMeansNothing()
    {
        {
            SheetLock made;
            QVERIFY(take(made, sheet));
        }
        QFile left(file());
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("1\nworkiva-writeback-cli\nanother host\n");
        left.close();
        SheetLock lock;
        QVERIFY(!SheetLock::isTaken(m_folder->path(), sheet));
        QVERIFY(take(lock, sheet));
    }

    void missingFolderIsADiskError()
    {
        SheetLock lock;
        const auto taken = lock.take(m_folder->filePath(u"none"_s), sheet);
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, Core::ErrorKind::Disk);
    }

private:
    [[nodiscard]] Core::Result<void> take(SheetLock &lock, const SheetPlace &place) const
    {
        return lock.take(m_folder->path(), place);
    }

    [[nodiscard]] QString file() const // the only one
    {
        return m_folder->filePath(QDir(m_folder->path()).entryList(QDir::Files).value(0));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSheetLock)
#include "tst_sheetlock.moc"
