#include "profiles/profilefile.h"

#include "profiles/account.h"
#include "profiles/jsonfile.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

constexpr int maxName = 200; // bytes of UTF-8: file systems allow 255 including the suffix

} // namespace

QString profileFileName(const Profile &profile)
{
    static const QRegularExpression refused(u"[\\x00-\\x1f<>:\"/\\\\|?*]+"_s);
    static const QRegularExpression taken(u"^(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?$"_s, // reserved by Windows
                                          QRegularExpression::CaseInsensitiveOption);
    QString name = profile.name;
    name.replace(refused, u" "_s);
    name = name.simplified();
    while (name.toUtf8().size() > maxName)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    name = name.trimmed();
    if (name.isEmpty() || name.startsWith(u'.') || taken.match(name).hasMatch())
        name.prepend(u"Writeback "_s);
    return name.trimmed() + u'.' + profileFileSuffix;
}

Core::Result<void> writeProfileFile(const QString &path, const Profile &profile)
{
    Profile shared = profile;
    shared.id.clear();
    shared.accountId.clear();
    QJsonObject document = toJson(shared);
    document.remove(u"archived"_s);
    return writeJsonFile(path, document, Readers::AsUsual);
}

Core::Result<Profile> readProfileFile(const QString &path)
{
    auto document = readJsonFile(path);
    if (!document)
        return Core::propagate(document);
    document->insert(u"id"_s, newId()); // not every file has one
    auto profile = profileFromJson(*document);
    if (!profile)
        return Core::fail(inFile(path, profile.error()));
    profile->accountId.clear();
    profile->archived = false;
    return profile;
}

} // namespace Profiles
