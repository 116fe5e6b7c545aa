#include "setup/saved.h"

namespace Setup {

namespace {

template <typename Value>
Core::Result<QStringList> setInAll(Profiles::ProfileStore &store, const QStringList &profileIds,
                                   Value Profiles::Profile::*field, const Value &value)
{
    QStringList ids;
    QList<Profiles::Profile> changed;
    for (const QString &id : profileIds) {
        const Profiles::Profile *profile = store.profile(id);
        if (!profile || profile->*field == value || ids.contains(id))
            continue;
        ids.append(id);
        changed.append(*profile);
        changed.last().*field = value;
    }
    return store.save(changed).map([&ids] { return ids; });
}

} // namespace

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
    copy.archived = false;
    copy.name = store.freeName({.profileId = copy.id, .name = name});
    if (const auto stored = store.save(copy); !stored)
        return Core::propagate(stored);
    return copy.id;
}

Core::Result<QStringList> setGroup(Profiles::ProfileStore &store, const QStringList &profileIds, const QString &group)
{
    return setInAll(store, profileIds, &Profiles::Profile::group, group.trimmed());
}

Core::Result<QStringList> setArchived(Profiles::ProfileStore &store, const QStringList &profileIds, bool archived)
{
    return setInAll(store, profileIds, &Profiles::Profile::archived, archived);
}

Core::Result<Profiles::ProfileStore::Removed> removeWriteback(Profiles::ProfileStore &store, const QString &profileId)
{
    return store.takeProfile(profileId);
}

Core::Result<void> restoreWriteback(Profiles::ProfileStore &store, const Profiles::ProfileStore::Removed &removed)
{
    if (auto back = store.putBack(removed); !back)
        return back;
    const Profiles::Profile *profile = store.profile(removed.id);
    return profile ? rename(store, {.profileId = profile->id, .name = profile->name}) : Core::Result<void>();
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
