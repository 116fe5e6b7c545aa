#pragma once

#include "profiles/account.h"
#include "setup/entries.h"
#include "setup/login.h"

namespace Setup {

// An account with its secrets, as entered or as stored. Lives in memory only.
struct Credentials
{
    Profiles::Account account;
    QString domoSecret;
    QString workivaSecret;

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

// An account while it is entered or changed, and what follows from it.
struct AccountDraft
{
    Credentials entered; // without an ID until giveId() when it is new
    Credentials stored; // as it was chosen and read; empty for a new account, and secrets while they are not known

    enum class Missing {
        Nothing,
        Name,
        DomoClientId,
        DomoClientSecret,
        WorkivaClientId,
        WorkivaClientSecret,
        WorkivaAddress,
    };
    [[nodiscard]] Missing missing() const; // of what signing in takes, the first to be entered

    [[nodiscard]] bool isNew() const { return stored.account.id.isEmpty(); }
    [[nodiscard]] bool isNamed() const; // everything but the secrets is there
    [[nodiscard]] bool hasNewSecrets() const; // an empty one is none: the keychain has not told it
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool canBeStored() const; // changed, and whole; renaming does without the secrets

    [[nodiscard]] Core::Result<Logins> logins() const; // loginsOf()

    void giveId(); // to a new one that has none
    // What storing it takes: the account, then its secrets, so that whatever a crash leaves behind is listed, and can
    // be deleted. What is unchanged is left alone.
    [[nodiscard]] std::vector<Commit::Entry> entries(Profiles::ProfileStore &store,
                                                     Profiles::SecretStore &secrets) const;
};

} // namespace Setup
