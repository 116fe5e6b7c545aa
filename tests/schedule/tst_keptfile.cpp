#include "schedule/keptfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Schedule::KeptFile;

class TestKeptFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newFileIsPrivateAndGoesAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/er/file"_s);
        const auto file = KeptFile::at(path);
        QVERIFY(file && !file->before());
        QVERIFY(file->write("new"));
        QCOMPARE(contentOf(path), "new");
        QCOMPARE(QFile::permissions(path)
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(file->putBack());
        QVERIFY(!QFile::exists(path));
        QVERIFY(file->remove()); // again
    }

    void existingFileComesBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        QVERIFY(KeptFile::at(path)->write("old"));
        const auto file = KeptFile::at(path);
        QVERIFY(file && file->before() == "old");
        QVERIFY(file->write("new"));
        QVERIFY(file->putBack());
        QCOMPARE(contentOf(path), "old");
        QVERIFY(file->remove());
        QVERIFY(file->putBack());
        QCOMPARE(contentOf(path), "old");
    }

    void whatIsNoFileIsAnError()
    {
        const QTemporaryDir folder;
        const auto file = KeptFile::at(folder.path());
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Core::ErrorKind::Disk);
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestKeptFile)
#include "tst_keptfile.moc"
