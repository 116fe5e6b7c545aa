#include "core/privatefiles.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

bool isPrivate(const QString &path)
{
    return !(QFileInfo(path).permissions() & others);
}

} // namespace

class TestPrivateFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
#ifndef Q_OS_UNIX
        QSKIP("permissions are no bits here");
#endif
    }

    void folderIsMadeForItsOwnerAlone()
    {
        const QString path = m_place.filePath(u"a/b"_s);
        QVERIFY(Core::makePrivateFolder(path));
        QVERIFY(isPrivate(path));
        QVERIFY(QFileInfo(path).isExecutable());
    }

    void readableFolderBecomesPrivate()
    {
        const QString path = m_place.filePath(u"open"_s);
        QVERIFY(QDir().mkdir(path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther));
        QVERIFY(Core::makePrivateFolder(path));
        QVERIFY(isPrivate(path));
    }

    void fileInsteadOfAFolderFails()
    {
        const QString path = m_place.filePath(u"taken"_s);
        QVERIFY(Core::makePrivateFile(path));
        QVERIFY(!Core::makePrivateFolder(path));
        QVERIFY(!Core::makePrivateFolder(path + u"/below"_s));
    }

    void fileIsMadeForItsOwnerAlone()
    {
        const QString path = m_place.filePath(u"file"_s);
        QVERIFY(Core::makePrivateFile(path));
        QVERIFY(isPrivate(path));
    }

    void existingFileKeepsItsContent()
    {
        const QString path = m_place.filePath(u"kept"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("kept");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(Core::makePrivateFile(path));
        QVERIFY(isPrivate(path));
        QCOMPARE(QFileInfo(path).size(), 4);
    }

    void folderInsteadOfAFileFails()
    {
        const QString path = m_place.filePath(u"folder"_s);
        QVERIFY(QDir().mkdir(path));
        QVERIFY(!Core::makePrivateFile(path));
        Core::makePrivate(path);
        QVERIFY(QFileInfo(path).isExecutable());
    }

private:
    const QTemporaryDir m_place;
};

QTEST_GUILESS_MAIN(TestPrivateFiles)
#include "tst_privatefiles.moc"
