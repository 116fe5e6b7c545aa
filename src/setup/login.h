#pragma once

#include "core/login.h"
#include "core/result.h"
#include "profiles/account.h"

namespace Setup {

// The logins of both services, with the URLs of the account's base URL region.
struct Logins
{
    Core::Login domo;
    Core::Login workiva;

    friend bool operator==(const Logins &, const Logins &) = default;
};

struct ClientSecrets
{
    QString domo;
    QString workiva;
};

// Cleans pasted IDs and secrets. BadAddress, with its service, if the account's base URL region is unknown, or a custom
// address is missing, not allowed for secrets, or has a path (Core::PathInAddress); InvalidInput if an ID or a secret
// contains an invisible character.
[[nodiscard]] Core::Result<Core::Login> domoLoginOf(const Profiles::Account &account, const QString &clientSecret);
[[nodiscard]] Core::Result<Core::Login> workivaLoginOf(const Profiles::Account &account, const QString &clientSecret);
[[nodiscard]] Core::Result<Logins> loginsOf(const Profiles::Account &account, const ClientSecrets &secrets);

// The URL of a service as typed by a user, who may omit the scheme.
[[nodiscard]] QUrl serviceAddressIn(const QString &text);

// Browser addresses for "Open in Workiva" and "Open in Domo". A loopback service serves its own pages. Invalid if
// unknown, as for other custom addresses; the name of the Domo instance is known once Domo has accepted the account.
[[nodiscard]] QUrl workivaSite(const Profiles::Account &account);
[[nodiscard]] QUrl workivaPage(const Profiles::Account &account, const QString &spreadsheetId, const QString &sheetId);
[[nodiscard]] QUrl domoPage(const Profiles::Account &account, const QString &dataSetId);

} // namespace Setup
