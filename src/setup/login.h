#pragma once

#include "core/login.h"
#include "core/result.h"
#include "profiles/account.h"

namespace Setup {

// An account with its secrets, and its region's addresses looked up: all that signing in takes.
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

// IDs and secrets without what comes along when they are pasted. BadAddress, with its service, when the account's
// region is none, or a custom address is missing, no place to send a secret to, or goes on after its host
// (Core::PathInAddress); InvalidInput when a character that nobody sees stands within an ID or a secret.
[[nodiscard]] Core::Result<Logins> loginsOf(const Profiles::Account &account, const ClientSecrets &secrets);

// The address of a service as a user types it: the scheme may be left out.
[[nodiscard]] QUrl serviceAddressIn(const QString &text);

// Where the pages are for a person: "Open in Workiva", "Open in Domo". A loopback service shows its own pages. Invalid
// when nobody knows, as with other custom addresses; the name of the Domo instance is known once Domo has accepted the
// account.
[[nodiscard]] QUrl workivaPage(const Profiles::Account &account, const QString &spreadsheetId, const QString &sheetId);
[[nodiscard]] QUrl domoPage(const Profiles::Account &account, const QString &dataSetId);

} // namespace Setup
