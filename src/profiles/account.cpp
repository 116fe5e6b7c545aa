#include "profiles/account.h"

#include "profiles/fields.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

// A password that somebody put into an address is a secret, and has no place in a file.
QString textOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

} // namespace

QJsonObject toJson(const Account &account)
{
    QJsonObject json = account.unknown;
    json.insert(u"id"_s, account.id);
    json.insert(u"name"_s, account.name);
    json.insert(u"domoClientId"_s, account.domoClientId);
    json.insert(u"workivaClientId"_s, account.workivaClientId);
    json.insert(u"region"_s, account.region);
    if (!account.domoUrl.isEmpty())
        json.insert(u"domoUrl"_s, textOf(account.domoUrl));
    if (!account.workivaUrl.isEmpty())
        json.insert(u"workivaUrl"_s, textOf(account.workivaUrl));
    if (!account.domoInstance.isEmpty())
        json.insert(u"domoInstance"_s, account.domoInstance);
    return json;
}

Core::Result<Account> accountFromJson(const QJsonObject &json)
{
    Fields fields(json);
    Account account;
    account.id = fields.text(u"id"_s);
    account.name = fields.text(u"name"_s);
    account.domoClientId = fields.text(u"domoClientId"_s);
    account.workivaClientId = fields.text(u"workivaClientId"_s);
    account.region = fields.text(u"region"_s);
    account.domoUrl = fields.url(u"domoUrl"_s);
    account.workivaUrl = fields.url(u"workivaUrl"_s);
    account.domoInstance = fields.text(u"domoInstance"_s, QString());
    account.unknown = fields.rest();
    if (fields.error())
        return Core::fail(*fields.error());
    return account;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace Profiles
