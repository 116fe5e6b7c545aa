#include "profiles/jsonfolder.h"
#include "support/fulldisk.h"

#include <QDir>
#include <QFileInfo>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Profiles;
using Kind = JsonFolder::Fault::Kind;

namespace {

const QString id = u"one"_s;
const QJsonObject object = {{u"a"_s, u"ä"_s}, {u"b"_s, QJsonArray{1, 2.5}}};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

} // namespace

class TestJsonFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<JsonFolder>(m_place->filePath(u"deep/folder"_s));
    }

    void whatIsWrittenIsRead()
    {
        QVERIFY(m_folder->write(id, object));
        QVERIFY(m_folder->write(u"two-2_B"_s, {}));
        const auto contents = m_folder->read();
        QVERIFY(contents.faults.isEmpty());
        QCOMPARE(contents.entries.size(), 2);
        QCOMPARE(contents.entries[0].id, id);
        QCOMPARE(contents.entries[0].object, object);
        QCOMPARE(contents.entries[1].object, QJsonObject());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2); // no temporary file remains
    }

    void folderAndFilesAreTheirOwnersAlone()
    {
#ifdef Q_OS_UNIX
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(QDir().mkpath(m_folder->path())); // as created by an earlier version
        QVERIFY(put(file(u"one.json"_s), "{}"_ba));
        QVERIFY(QFile::setPermissions(file(u"one.json"_s), QFile::ReadOwner | QFile::WriteOwner | others));
        QVERIFY(m_folder->write(id, object));
        QVERIFY(m_folder->write(u"new"_s, object));
        QVERIFY(!(QFileInfo(m_folder->path()).permissions() & others));
        const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 2);
        for (const QFileInfo &each : files)
            QVERIFY2(!(each.permissions() & others), qPrintable(each.fileName()));
#endif
    }

    void folderThatIsNotThereHoldsNothing()
    {
        const auto contents = m_folder->read();
        QVERIFY(contents.entries.isEmpty());
        QVERIFY(contents.faults.isEmpty());
        QVERIFY(!QFile::exists(m_folder->path()));
    }

    void brokenFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << "{\"a\": \"b"_ba;
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("list") << "[1]"_ba;
        QTest::newRow("not UTF-8") << "{\"a\": \"\xff\xfe\"}"_ba;
    }
    void brokenFileIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(m_folder->write(u"good"_s, object));
        QVERIFY(put(file(u"one.json"_s), bytes));

        const auto contents = m_folder->read();
        QCOMPARE(contents.entries.size(), 1);
        QCOMPARE(contents.faults.size(), 1);
        QCOMPARE(contents.faults[0].kind, Kind::SetAside);
        QCOMPARE(contents.faults[0].path, file(u"one.json.broken"_s));
        QCOMPARE(bytesOf(contents.faults[0].path), bytes);
        QVERIFY(!QFile::exists(file(u"one.json"_s)));
        QVERIFY(m_folder->read().faults.isEmpty());
    }

    void brokenFileSetAsideEarlierIsKept()
    {
        QVERIFY(put(file(u"one.json"_s), "first"_ba));
        std::ignore = m_folder->read();
        QVERIFY(put(file(u"one.json"_s), "second"_ba));
        const auto contents = m_folder->read();
        QCOMPARE(contents.faults.size(), 1);
        QCOMPARE(bytesOf(contents.faults[0].path), "second"_ba);
        QCOMPARE(bytesOf(file(u"one.json.broken"_s)), "first"_ba);
    }

    void otherFilesAreNotRead()
    {
        QVERIFY(put(file(u"notes.txt"_s), "x"_ba));
        QVERIFY(put(file(u"one.json.AbCdEf"_s), "half"_ba)); // a temporary file of QSaveFile
        QVERIFY(put(file(u"one.json.broken"_s), "x"_ba));
        QVERIFY(put(file(u"sub.json/one.json"_s), "x"_ba));
        const auto contents = m_folder->read();
        QVERIFY(contents.entries.isEmpty());
        QVERIFY(contents.faults.isEmpty());
    }

    void idThatIsNoFileNameIsRefused_data()
    {
        QTest::addColumn<QString>("bad");
        for (const char *bad : {"", ".", "..", "../one", "a/b", "a\\b", "a b", "C:", "ä"})
            QTest::newRow(*bad ? bad : "empty") << QString::fromUtf8(bad);
    }
    void idThatIsNoFileNameIsRefused()
    {
        QFETCH(QString, bad);
        const auto written = m_folder->write(bad, object);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::InvalidInput);
        const auto removed = m_folder->remove(bad);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Core::ErrorKind::InvalidInput);
    }

    void removingTwiceIsNoError()
    {
        QVERIFY(m_folder->write(id, object));
        QVERIFY(m_folder->remove(id));
        QVERIFY(m_folder->read().entries.isEmpty());
        QVERIFY(m_folder->remove(id));
    }

    void folderThatCannotBeMadeIsADiskError()
    {
        QVERIFY(put(m_place->filePath(u"deep"_s), "a file"_ba));
        const auto written = m_folder->write(id, object);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(written.error().subject, file(u"one.json"_s));
        QVERIFY(m_folder->read().entries.isEmpty());
    }

    void fileThatCannotBeRemovedIsADiskError()
    {
        QVERIFY(QDir().mkpath(file(u"one.json/sub"_s)));
        const auto removed = m_folder->remove(id);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Core::ErrorKind::Disk);
    }

    void fullDiskKeepsTheOldFile()
    {
#ifdef Q_OS_UNIX
        QVERIFY(m_folder->write(id, object));
        Core::Result<void> written;
        {
            const Support::FullDisk full;
            written = m_folder->write(id, {{ u"a"_s, u"new"_s }});
        }
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Core::ErrorKind::Disk);
        const auto contents = m_folder->read();
        QCOMPARE(contents.entries.size(), 1);
        QCOMPARE(contents.entries[0].object, object);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
#else
        QSKIP("needs a limit of the size of files");
#endif
    }

private:
    [[nodiscard]] QString file(const QString &name) const
    {
        return m_folder->path() + u'/' + name;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<JsonFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestJsonFolder)
#include "tst_jsonfolder.moc"
