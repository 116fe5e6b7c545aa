#include "profiles/jsonfile.h"

#include "core/jsonreader.h"

#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

// A few hundred bytes are stored; a larger file is something else, dropped on the window by mistake.
constexpr qint64 maxSize = 1'000'000;

} // namespace

Core::Result<QJsonObject> readJsonFile(const QString &path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray bytes = isOpen ? file.read(maxSize) : QByteArray();
    if (file.error() != QFile::NoError)
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    const auto json = Core::JsonReader::parse(bytes);
    if (!json.isObject())
        json.complain(u"object"_s);
    if (const auto good = json.check(Core::ErrorKind::BadFile); !good)
        return Core::fail(inFile(path, good.error()));
    return json.value().toObject();
}

Core::Result<void> writeJsonFile(const QString &path, const QJsonObject &object, Readers readers)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    if (readers == Readers::Owner)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // not supported by all file systems
    file.write(QJsonDocument(object).toJson());
    // Flushed explicitly: commit() of Qt 6.4 flushes too, but replaces the file even if that failed.
    if (!file.flush() || !file.commit())
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    return {};
}

Core::Error inFile(const QString &path, Core::Error error)
{
    if (error.kind != Core::ErrorKind::BadFile)
        return error;
    error.detail = error.subject + u": "_s + error.detail;
    error.subject = path;
    return error;
}

} // namespace Profiles
