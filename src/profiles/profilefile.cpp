#include "profiles/profilefile.h"

#include "profiles/account.h"
#include "profiles/jsonfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

constexpr int longestName = 200; // bytes of UTF-8: file systems take 255 with the suffix
constexpr qint64 maxSize = 1'000'000; // a profile takes a few hundred bytes; something else was dropped on the window

const QString idKey = u"id"_s;
const QString accountKey = u"accountId"_s;

} // namespace

QString profileFileName(const Profile &profile)
{
    static const QRegularExpression refused(u"[\\x00-\\x1f<>:\"/\\\\|?*]+"_s);
    static const QRegularExpression taken(u"^(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?$"_s, // by Windows
                                          QRegularExpression::CaseInsensitiveOption);
    QString name = profile.name;
    name.replace(refused, u" "_s);
    name = name.simplified();
    while (name.toUtf8().size() > longestName)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    name = name.trimmed();
    if (name.isEmpty() || name.startsWith(u'.') || taken.match(name).hasMatch())
        name.prepend(u"Writeback "_s);
    return name.trimmed() + u'.' + profileFileSuffix;
}

Core::Result<void> writeProfileFile(const QString &path, const Profile &profile)
{
    QJsonObject object = toJson(profile);
    object.remove(idKey);
    object.remove(accountKey);
    return writeJsonFile(path, object, Readers::AsUsual);
}

Core::Result<Profile> readProfileFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());
    const QByteArray bytes = file.read(maxSize);
    if (file.error() != QFile::NoError)
        return Core::fail(Core::ErrorKind::Disk, path, file.errorString());

    QJsonParseError fault;
    QJsonObject object = QJsonDocument::fromJson(bytes, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return Core::fail(Core::ErrorKind::BadFile, path, fault.errorString());
    const int version = schemaVersionOf(object);
    if (version < 1 || version > schemaVersion)
        return Core::fail(Core::ErrorKind::BadFile, path, u"%1 %2"_s.arg(schemaVersionKey).arg(version));
    object.remove(schemaVersionKey);
    object.insert(idKey, newId());
    object.insert(accountKey, QString());
    auto profile = profileFromJson(object);
    if (!profile && profile.error().kind == Core::ErrorKind::BadReply)
        return Core::fail(Core::ErrorKind::BadFile, path, profile.error().subject);
    return profile;
}

} // namespace Profiles
