#include "profiles/account.h"

#include "profiles/fields.h"

#include <QUuid>

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
    json.insert(QStringLiteral("id"), account.id);
    json.insert(QStringLiteral("name"), account.name);
    json.insert(QStringLiteral("domoClientId"), account.domoClientId);
    json.insert(QStringLiteral("workivaClientId"), account.workivaClientId);
    json.insert(QStringLiteral("region"), account.region);
    if (!account.domoUrl.isEmpty())
        json.insert(QStringLiteral("domoUrl"), textOf(account.domoUrl));
    if (!account.workivaUrl.isEmpty())
        json.insert(QStringLiteral("workivaUrl"), textOf(account.workivaUrl));
    if (!account.domoInstance.isEmpty())
        json.insert(QStringLiteral("domoInstance"), account.domoInstance);
    return json;
}

Core::Result<Account> accountFromJson(const QJsonObject &json)
{
    Fields fields(json);
    Account account;
    account.id = fields.text(QStringLiteral("id"));
    account.name = fields.text(QStringLiteral("name"));
    account.domoClientId = fields.text(QStringLiteral("domoClientId"));
    account.workivaClientId = fields.text(QStringLiteral("workivaClientId"));
    account.region = fields.text(QStringLiteral("region"));
    account.domoUrl = fields.url(QStringLiteral("domoUrl"));
    account.workivaUrl = fields.url(QStringLiteral("workivaUrl"));
    account.domoInstance = fields.text(QStringLiteral("domoInstance"), QString());
    account.unknown = fields.rest();
    if (fields.error())
        return tl::unexpected(*fields.error());
    return account;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace Profiles
