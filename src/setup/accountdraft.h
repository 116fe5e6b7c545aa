#pragma once

#include "profiles/account.h"
#include "setup/entries.h"
#include "setup/login.h"

namespace Setup {

// An account with its secrets, as entered or as stored. In memory only.
struct Credentials
{
    Profiles::Account account;
    QString domoSecret;
    QString workivaSecret;

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

// An account while it is being entered or changed, and what follows from that.
struct AccountDraft
{
    Credentials entered; // without an ID until giveId() if it is new
    Credentials stored; // as it was loaded; empty for a new account, secrets empty until they are known

    enum class Missing {
        Nothing,
        Name,
        DomoClientId,
        DomoClientSecret,
        WorkivaClientId,
        WorkivaClientSecret,
        WorkivaAddress,
    };
    [[nodiscard]] Missing missing() const; // the first credential that is missing

    [[nodiscard]] bool isNew() const { return stored.account.id.isEmpty(); }
    [[nodiscard]] bool isNamed() const; // everything but the secrets is given
    [[nodiscard]] bool hasNewSecrets() const; // an empty secret does not count: the keychain has not returned it
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool canBeStored() const; // changed and complete; renaming does not need the secrets

    [[nodiscard]] Core::Result<Logins> logins() const; // loginsOf()

    void giveId(); // for a new account without one
    // The entries to store: the account, then its secrets, so that whatever a crash leaves behind is listed and can be
    // deleted. Unchanged ones are left out.
    [[nodiscard]] std::vector<Commit::Entry> entries(Profiles::ProfileStore &store,
                                                     Profiles::SecretStore &secrets) const;
};

} // namespace Setup
