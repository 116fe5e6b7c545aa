#include "schedule/credentialfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Schedule;
using Reason = CredentialFault::Reason;

namespace {

const QStringList names{u"domo-client-id"_s, u"domo-client-secret"_s};
constexpr QFile::Permissions ofOwner = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

class TestCredentialFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesAreFoundByName()
    {
        QVERIFY(write(names[0]));
        QVERIFY(write(names[1] + encryptedSuffix));
        QVERIFY(write(u"notes"_s, ofOwner | QFile::ReadOther)); // of no concern
        const QList<CredentialFile> expected{{names[0], m_folder->filePath(names[0])},
                                             {names[1], m_folder->filePath(names[1] + encryptedSuffix), true}};
        QCOMPARE(credentialsOf(m_folder->path(), names), Core::Result<QList<CredentialFile>>(expected));
    }

    void pathsAreAbsolute()
    {
        QVERIFY(write(names[0]));
        const auto found = credentialsOf(QDir::current().relativeFilePath(m_folder->path()), names);
        QVERIFY(found && QDir::isAbsolutePath(found->front().path));
    }

    void fileOfOthersIsRefused_data()
    {
        QTest::addColumn<QFile::Permissions>("permissions");
        QTest::newRow("read by the group") << (ofOwner | QFile::ReadGroup);
        QTest::newRow("written by the group") << (ofOwner | QFile::WriteGroup);
        QTest::newRow("read by all") << (ofOwner | QFile::ReadOther);
    }
    void fileOfOthersIsRefused()
    {
        QFETCH(const QFile::Permissions, permissions);
        QVERIFY(write(names[0], permissions));
        QCOMPARE(faultOf(m_folder->path()), std::optional(Reason::Others));
    }

    void whatIsNoFolderOfCredentialsIsRefused()
    {
        QCOMPARE(faultOf(m_folder->path()), std::optional(Reason::NoFile));
        QCOMPARE(faultOf(m_folder->filePath(u"none"_s)), std::optional(Reason::NoFolder));
        QCOMPARE(faultOf({}), std::optional(Reason::NoFolder));
        QVERIFY(QDir(m_folder->path()).mkdir(names[0]));
        QCOMPARE(faultOf(m_folder->path()), std::optional(Reason::NotAFile));
    }

    void credentialIsThereOnce()
    {
        QVERIFY(write(names[0]));
        QVERIFY(write(names[0] + encryptedSuffix));
        QCOMPARE(faultOf(m_folder->path()), std::optional(Reason::Twice));
    }

private:
    bool write(const QString &name, QFile::Permissions permissions = ofOwner) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write("x") == 1 && file.setPermissions(permissions);
    }

    static std::optional<Reason> faultOf(const QString &folder)
    {
        const auto found = credentialsOf(folder, names);
        const auto *fault = found ? nullptr : found.error().cause.as<CredentialFault>();
        return fault ? std::optional(fault->reason) : std::nullopt;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCredentialFolder)
#include "tst_credentialfolder.moc"
