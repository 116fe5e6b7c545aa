#include "profiles/jsonfolder.h"

#include "core/privatefiles.h"
#include "profiles/jsonfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

// Ids become file names: one from a foreign file must not lead out of the folder.
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
        QFile file(info.filePath());
        const bool open = file.open(QIODevice::ReadOnly);
        const QByteArray bytes = open ? file.readAll() : QByteArray();
        if (file.error() != QFile::NoError) {
            if (file.exists()) // or else another program has just removed it
                contents.faults.append({Fault::Kind::Unreadable, info.filePath(), file.errorString()});
            continue;
        }
        file.close();

        const QString id = info.completeBaseName();
        QJsonParseError error;
        QJsonObject object = QJsonDocument::fromJson(bytes, &error).object();
        const int version = schemaVersionOf(object);
        if (error.error != QJsonParseError::NoError)
            contents.faults.append(setAside(id, error.errorString()));
        else if (version < 1)
            contents.faults.append(setAside(id, schemaVersionKey));
        else if (version > schemaVersion)
            contents.faults.append({Fault::Kind::LaterVersion, info.filePath(), QString::number(version)});
        else {
            object.remove(schemaVersionKey);
            contents.entries.append({id, object});
        }
    }
    return contents;
}

Core::Result<void> JsonFolder::write(const QString &id, const QJsonObject &object) const
{
    if (!isId(id))
        return Core::fail(Core::ErrorKind::InvalidInput, id);

    const QString path = fileOf(id);
    QFile present(path);
    if (present.open(QIODevice::ReadOnly)) {
        const int version = schemaVersionOf(QJsonDocument::fromJson(present.readAll()).object());
        present.close();
        if (version > schemaVersion)
            return diskError(path, u"%1 %2"_s.arg(schemaVersionKey).arg(version));
    }

    if (!make())
        return diskError(path, m_path);
    return writeJsonFile(path, object, Readers::Owner);
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

JsonFolder::Fault JsonFolder::setAside(const QString &id, const QString &detail) const
{
    const QString from = fileOf(id);
    const QString broken = from + u".broken"_s;
    QString to = broken;
    for (int i = 2; QFile::exists(to); ++i) // what was set aside before may be wanted too
        to = broken + QString::number(i);
    if (QFile::rename(from, to))
        return {Fault::Kind::SetAside, to, detail};
    if (!QFile::exists(from)) // another copy of this program was faster
        return {Fault::Kind::SetAside, broken, detail};
    return {Fault::Kind::Unreadable, from, detail};
}

} // namespace Profiles
