#include "profiles/profilefile.h"

#include "core/laterversion.h"
#include "profiles/migrations.h"
#include "profiles/records.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Profiles::Profile;

class TestProfileFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receiverGetsAllButIdAccountAndArchive()
    {
        QRandomGenerator random(2026);
        for (int i = 0; i < 200; ++i) {
            const Profile sent = Support::randomProfile(random);
            QVERIFY(Profiles::writeProfileFile(path(), sent));
            const auto got = Profiles::readProfileFile(path());
            QVERIFY(got);
            QVERIFY(got->id != sent.id && !got->id.isEmpty());
            QVERIFY(got->accountId.isEmpty());
            QVERIFY(!got->archived);
            Profile same = *got;
            same.id = sent.id;
            same.accountId = sent.accountId;
            same.archived = sent.archived;
            QCOMPARE(same, sent);
        }
    }

    void fileDoesNotNameTheAccountOrTheArchive()
    {
        Profile sent = Support::profile();
        sent.archived = true;
        QVERIFY(Profiles::writeProfileFile(path(), sent));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(sent.accountId.toUtf8()));
        QVERIFY(!bytes.contains(sent.id.toUtf8()));
        QVERIFY(!bytes.contains("archived"));
    }

    void otherContentIsABadFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("PK\x03\x04");
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("no version") << QByteArray("{\"name\": \"a\"}");
        QTest::newRow("fields are missing") << QByteArray("{\"schemaVersion\": 1, \"name\": \"a\"}");
        QTest::newRow("another type") << QByteArray("{\"schemaVersion\": 1, \"name\": 7}");
        QTest::newRow("larger than any profile") << QByteArray(2'000'000, ' ');
    }
    void otherContentIsABadFile()
    {
        QFETCH(QByteArray, bytes);
        const auto got = Profiles::readProfileFile(put(bytes));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::BadFile);
        QCOMPARE(got.error().subject, path());
        QVERIFY(!got.error().cause.as<Core::LaterVersion>());
    }

    void archivedFileIsReadAsOneInUse()
    {
        Profile archived = Support::profile();
        archived.archived = true;
        const auto got = Profiles::readProfileFile(put(QJsonDocument(Profiles::toJson(archived)).toJson()));
        QVERIFY(got && !got->archived);
    }

    void errorNamesThePath()
    {
        QJsonObject document = Profiles::toJson(Support::profile());
        document.insert(u"sheetId"_s, 7);
        const auto got = Profiles::readProfileFile(put(QJsonDocument(document).toJson()));
        QVERIFY(!got);
        QCOMPARE(got.error().detail, u"$.sheetId: expected string"_s);
    }

    void fileOfALaterVersionIsReported_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("schema") << Profiles::schemaVersionKey << QJsonValue(99);
        QTest::newRow("update method") << u"updateMethod"_s << QJsonValue(u"guess"_s);
    }
    void fileOfALaterVersionIsReported()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QJsonObject document = Profiles::toJson(Support::profile());
        document.insert(key, value);
        const auto got = Profiles::readProfileFile(put(QJsonDocument(document).toJson()));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::BadFile);
        QCOMPARE(got.error().subject, path());
        QVERIFY(got.error().cause.as<Core::LaterVersion>());
    }

    void missingFileIsADiskError()
    {
        QCOMPARE(Profiles::readProfileFile(m_folder.filePath(u"none"_s)).error().kind, ErrorKind::Disk);
    }

    void nameIsValidOnEverySystem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << u"Balance"_s << u"Balance.writeback.json"_s;
        QTest::newRow("a path") << u"../a/b:c"_s << u"Writeback .. a b c.writeback.json"_s;
        QTest::newRow("nothing") << QString() << u"Writeback.writeback.json"_s;
        QTest::newRow("a device of Windows") << u"con"_s << u"Writeback con.writeback.json"_s;
        QTest::newRow("signs alone") << u"<>?*"_s << u"Writeback.writeback.json"_s;
    }
    void nameIsValidOnEverySystem()
    {
        QFETCH(QString, name);
        Profile profile;
        profile.name = name;
        QTEST(Profiles::profileFileName(profile), "file");
    }

    void longNameIsCutBetweenCharacters()
    {
        Profile profile = Support::profile();
        for (const QString &letter : {u"a"_s, u"中"_s, u"😀"_s}) {
            profile.name = letter.repeated(300);
            const QString name = Profiles::profileFileName(profile);
            QVERIFY(name.toUtf8().size() <= 255);
            QCOMPARE(QString::fromUtf8(name.toUtf8()), name); // no half of a surrogate pair
            QVERIFY(Profiles::writeProfileFile(m_folder.filePath(name), profile));
        }
    }

private:
    QTemporaryDir m_folder;

    QString path() const { return m_folder.filePath(u"shared.writeback.json"_s); }

    QString put(const QByteArray &bytes) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file is not written");
        return path();
    }
};

QTEST_GUILESS_MAIN(TestProfileFile)
#include "tst_profilefile.moc"
