#include "schedule/credentialfolder.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

Core::Failure fault(CredentialFault::Reason reason, const QString &subject, const QString &detail = {})
{
    return Core::fail(Core::ErrorKind::InvalidInput, subject, detail, CredentialFault{reason});
}

Core::Result<void> checkFile(const QFileInfo &file, uint owner)
{
    constexpr QFile::Permissions ofOthers =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (!file.isFile())
        return fault(CredentialFault::Reason::NotAFile, file.filePath());
    if (file.ownerId() != owner)
        return fault(CredentialFault::Reason::NotOwn, file.filePath());
    if (file.permissions() & ofOthers)
        return fault(CredentialFault::Reason::Others, file.filePath());
    return {};
}

} // namespace

Core::Result<QList<CredentialFile>> credentialsOf(const QString &folder, const QStringList &names)
{
    const QDir place(QDir(folder).absolutePath());
    if (folder.isEmpty() || !place.exists())
        return fault(CredentialFault::Reason::NoFolder, folder);
    const uint user = QFileInfo(u"/proc/self"_s).ownerId();
    QList<CredentialFile> found;
    for (const QString &name : names) {
        const QFileInfo plain(place.filePath(name));
        const QFileInfo encrypted(place.filePath(name + encryptedSuffix));
        if (plain.exists() && encrypted.exists())
            return fault(CredentialFault::Reason::Twice, plain.filePath());
        const QFileInfo &file = plain.exists() ? plain : encrypted;
        if (!file.exists())
            continue;
        if (const auto good = checkFile(file, user); !good)
            return Core::propagate(good);
        found.append({name, file.filePath(), !plain.exists()});
    }
    if (found.isEmpty())
        return fault(CredentialFault::Reason::NoFile, place.path(), names.join(u", "_s));
    return found;
}

} // namespace Schedule
