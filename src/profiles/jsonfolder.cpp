#include "profiles/jsonfolder.h"

#include "core/privatefiles.h"
#include "profiles/jsonfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

// IDs become file names: one from a foreign file must not lead out of the folder.
bool isId(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_';
    });
}

Core::Failure diskError(const QString &path, const QString &detail)
{
    return Core::fail(Core::ErrorKind::Disk, path, detail);
}

} // namespace

JsonFolder::JsonFolder(QString path) : m_path(std::move(path)) { }

bool JsonFolder::make() const
{
    return Core::makePrivateFolder(m_path);
}

QString JsonFolder::fileOf(const QString &id) const
{
    return QDir(m_path).filePath(id + u".json"_s);
}

JsonFolder::Contents JsonFolder::read() const
{
    Contents contents;
    const QFileInfoList files = QDir(m_path).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        auto object = readJsonFile(info.filePath());
        if (object)
            contents.entries.append({info.completeBaseName(), *std::move(object)});
        else if (object.error().kind == Core::ErrorKind::BadFile)
            contents.faults.append(setAside({.id = info.completeBaseName(), .detail = object.error().detail}));
        else if (QFile::exists(info.filePath())) // otherwise another program has just removed it
            contents.faults.append({Fault::Kind::Unreadable, info.filePath(), object.error().detail});
    }
    return contents;
}

Core::Result<QJsonObject> JsonFolder::read(const QString &id) const
{
    if (!isId(id))
        return Core::fail(Core::ErrorKind::InvalidInput, id);
    return readJsonFile(fileOf(id));
}

Core::Result<void> JsonFolder::write(const QString &id, const QJsonObject &object) const
{
    if (!isId(id))
        return Core::fail(Core::ErrorKind::InvalidInput, id);
    if (!make())
        return diskError(fileOf(id), m_path);
    return writeJsonFile(fileOf(id), object, Readers::Owner);
}

Core::Result<void> JsonFolder::remove(const QString &id) const
{
    if (!isId(id))
        return Core::fail(Core::ErrorKind::InvalidInput, id);
    QFile file(fileOf(id));
    if (!file.remove() && file.exists())
        return diskError(file.fileName(), file.errorString());
    return {};
}

JsonFolder::Fault JsonFolder::setAside(const Broken &object) const
{
    const QString from = fileOf(object.id);
    const QString broken = from + u".broken"_s;
    QString to = broken;
    for (int i = 2; QFile::exists(to); ++i) // files set aside earlier are kept too
        to = broken + QString::number(i);
    if (QFile::rename(from, to))
        return {Fault::Kind::SetAside, to, object.detail};
    if (!QFile::exists(from)) // another instance of this program did it first
        return {Fault::Kind::SetAside, broken, object.detail};
    return {Fault::Kind::Unreadable, from, object.detail};
}

} // namespace Profiles
