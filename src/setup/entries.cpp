#include "setup/entries.h"

#include <optional>
#include <tuple>

namespace Setup {

namespace {

template <typename Record> std::optional<Record> valueOf(const Record *record)
{
    return record ? std::optional(*record) : std::nullopt;
}

} // namespace

Commit::Entry entryOf(Profiles::ProfileStore &store, const Profiles::Account &account)
{
    return {.store = [&store, account](const Commit::Answer &answer) { answer(store.save(account)); },
            .undo =
                [&store, id = account.id, before = valueOf(store.account(account.id))] {
                    std::ignore = before ? store.save(*before) : store.removeAccount(id);
                }};
}

Commit::Entry entryOf(Profiles::ProfileStore &store, const Profiles::Profile &profile)
{
    return {.store =
                [&store, profile](const Commit::Answer &answer) {
                    Profiles::Profile named = profile;
                    named.name = store.freeName({.profileId = profile.id, .name = profile.name});
                    answer(store.save(named));
                },
            .undo =
                [&store, id = profile.id, before = valueOf(store.profile(profile.id))] {
                    std::ignore = before ? store.save(*before) : store.removeProfile(id);
                }};
}

// The callbacks belong to the store, not to the window: closing it must leave no secret half stored.
Commit::Entry entryOf(Profiles::SecretStore &secrets, const NewSecret &secret)
{
    return {.store =
                [&secrets, secret](const Commit::Answer &answer) {
                    secrets.write(secret.accountId, secret.which, secret.value, &secrets, answer);
                },
            .undo =
                [&secrets, secret] {
                    const auto done = [](const Core::Result<void> &) {};
                    if (secret.before.isEmpty())
                        secrets.remove(secret.accountId, secret.which, &secrets, done);
                    else
                        secrets.write(secret.accountId, secret.which, secret.before, &secrets, done);
                }};
}

} // namespace Setup
