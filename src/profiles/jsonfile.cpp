#include "profiles/jsonfile.h"

#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Profiles {

const QString schemaVersionKey = u"schemaVersion"_s;

int schemaVersionOf(const QJsonObject &object)
{
    return object[schemaVersionKey].toInt();
}

Core::Result<void> writeJsonFile(const QString &path, QJsonObject object, Readers readers)
{
    object.insert(schemaVersionKey, schemaVersion);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    if (readers == Readers::Owner)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // not all file systems take that
    file.write(QJsonDocument(object).toJson());
    // Flushed by hand: commit() of Qt 6.4 flushes too, but puts the file in place even when that failed.
    if (!file.flush() || !file.commit())
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    return {};
}

} // namespace Profiles
