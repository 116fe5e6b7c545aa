#include "core/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Core {

namespace {

constexpr QFile::Permissions ofAFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ofAFolder = ofAFile | QFile::ExeOwner;

} // namespace

bool makePrivateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        QFile::setPermissions(path, ofAFolder);
        return true;
    }
    return QDir().mkpath(info.absolutePath()) && (QDir().mkdir(path, ofAFolder) || QFileInfo(path).isDir());
}

void makePrivate(const QString &file)
{
    if (QFileInfo(file).isFile())
        QFile::setPermissions(file, ofAFile);
}

bool makePrivateFile(const QString &path)
{
    if (QFileInfo::exists(path)) {
        makePrivate(path);
        return QFileInfo(path).isFile();
    }
    QFile file(path);
    // Or another process created it first.
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ofAFile) || file.exists();
}

} // namespace Core
