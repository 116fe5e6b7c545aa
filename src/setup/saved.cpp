#include "setup/saved.h"

namespace Setup {

Core::Result<void> rename(Profiles::ProfileStore &store, const Profiles::ProfileStore::Naming &wanted)
{
    const Profiles::Profile *current = store.profile(wanted.profileId);
    if (!current || wanted.name.trimmed().isEmpty())
        return {};
    Profiles::Profile renamed = *current;
    renamed.name = store.freeName({.profileId = wanted.profileId, .name = wanted.name.trimmed()});
    return store.save(renamed);
}

Core::Result<QString> duplicate(Profiles::ProfileStore &store, const Profiles::Profile &profile, const QString &name)
{
    Profiles::Profile copy = profile;
    copy.id = Profiles::newId();
    copy.name = store.freeName({.profileId = copy.id, .name = name});
    if (const auto stored = store.save(copy); !stored)
        return Core::propagate(stored);
    return copy.id;
}

Core::Result<void> removeWriteback(Profiles::ProfileStore &store, const QString &profileId)
{
    return store.removeProfile(profileId);
}

void removeAccount(
    Profiles::ProfileStore &store, Profiles::SecretStore &secrets, const QString &accountId,
    const std::function<void(const Core::Result<void> &account, const Core::Result<void> &secrets)> &answer)
{
    secrets.removeBoth(accountId, &store, [&store, accountId, answer](const Core::Result<void> &removed) {
        answer(store.removeAccount(accountId), removed);
    });
}

} // namespace Setup
