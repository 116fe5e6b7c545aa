#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QUrl>

namespace Profiles {

// The identity used at both services: everything but the two secrets, which are in a SecretStore under the account's
// ID.
struct Account
{
    QString id; // names the file and the secrets; unchanged when the account is renamed
    QString name;
    QString domoClientId;
    QString workivaClientId;
    QString baseUrlRegion; // the Workiva Base URL Region, one of baseUrlRegions(); "custom" with the addresses below
    QUrl domoUrl; // custom addresses; otherwise empty
    QUrl workivaUrl;
    QString domoInstance{}; // the name before ".domo.com", as reported when the account was checked; may be empty
    QJsonObject unknown; // fields of a later version of this program, preserved when the account is saved

    friend bool operator==(const Account &, const Account &) = default;
};

[[nodiscard]] const QStringList &baseUrlRegions(); // "us", "eu", "apac", "custom"

// A document of the current version, see migrations.h; addresses are without user and password.
[[nodiscard]] QJsonObject toJson(const Account &account);

// From a document of any version up to the current one. BadFile with the path as subject ("$.name") if something is
// missing, of another type, or an invalid address; with the cause Core::LaterVersion if a later version of this program
// wrote it.
[[nodiscard]] Core::Result<Account> accountFromJson(const QJsonObject &document);

[[nodiscard]] QString newId(); // for accounts and profiles: 32 hex digits, unique

} // namespace Profiles
