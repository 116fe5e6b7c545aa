#include "profiles/account.h"

#include "core/jsonreader.h"
#include "core/laterversion.h"
#include "profiles/migrations.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

// A password in an address is a secret and must not be stored in a file.
QString textOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

QUrl readUrl(const Core::JsonReader &json)
{
    QUrl url(json.string(QString()), QUrl::StrictMode);
    if (!url.isValid() && !url.errorString().isEmpty())
        json.complain(u"an address"_s);
    return url;
}

} // namespace

QJsonObject toJson(const Account &account)
{
    QJsonObject json = account.unknown;
    json.insert(schemaVersionKey, currentVersion(accountMigrations()));
    json.insert(u"id"_s, account.id);
    json.insert(u"name"_s, account.name);
    json.insert(u"domoClientId"_s, account.domoClientId);
    json.insert(u"workivaClientId"_s, account.workivaClientId);
    json.insert(u"region"_s, account.baseUrlRegion);
    if (!account.domoUrl.isEmpty())
        json.insert(u"domoUrl"_s, textOf(account.domoUrl));
    if (!account.workivaUrl.isEmpty())
        json.insert(u"workivaUrl"_s, textOf(account.workivaUrl));
    if (!account.domoInstance.isEmpty())
        json.insert(u"domoInstance"_s, account.domoInstance);
    return json;
}

const QStringList &baseUrlRegions()
{
    static const QStringList regions{u"us"_s, u"eu"_s, u"apac"_s, u"custom"_s};
    return regions;
}

Core::Result<Account> accountFromJson(const QJsonObject &document)
{
    const auto current = migrated(document, accountMigrations());
    if (!current)
        return Core::propagate(current);
    const Core::JsonReader json(*current);
    Account account;
    account.id = json["id"_L1].string();
    account.name = json["name"_L1].string();
    account.domoClientId = json["domoClientId"_L1].string();
    account.workivaClientId = json["workivaClientId"_L1].string();
    const Core::JsonReader region = json["region"_L1];
    account.baseUrlRegion = region.string();
    account.domoUrl = readUrl(json["domoUrl"_L1]);
    account.workivaUrl = readUrl(json["workivaUrl"_L1]);
    account.domoInstance = json["domoInstance"_L1].string(QString());
    if (region.value().isString() && !baseUrlRegions().contains(account.baseUrlRegion, Qt::CaseInsensitive))
        return Core::fail(Core::ErrorKind::BadFile, region.path(), account.baseUrlRegion, Core::LaterVersion{});
    if (const auto good = json.check(Core::ErrorKind::BadFile); !good)
        return Core::propagate(good);
    account.unknown = json.unread();
    account.unknown.remove(schemaVersionKey);
    return account;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace Profiles
