#include "setup/accountdraft.h"

using namespace Qt::StringLiterals;

namespace Setup {

AccountDraft::Missing AccountDraft::missing() const
{
    const Profiles::Account &account = entered.account;
    if (account.name.isEmpty())
        return Missing::Name;
    if (account.domoClientId.isEmpty())
        return Missing::DomoClientId;
    if (entered.domoSecret.isEmpty())
        return Missing::DomoClientSecret;
    if (account.workivaClientId.isEmpty())
        return Missing::WorkivaClientId;
    if (entered.workivaSecret.isEmpty())
        return Missing::WorkivaClientSecret;
    return isNamed() ? Missing::Nothing : Missing::WorkivaAddress;
}

bool AccountDraft::isNamed() const
{
    const Profiles::Account &account = entered.account;
    const bool isAddressed = account.baseUrlRegion != "custom"_L1 || !account.workivaUrl.isEmpty();
    return isAddressed && !account.name.isEmpty() && !account.domoClientId.isEmpty()
        && !account.workivaClientId.isEmpty();
}

bool AccountDraft::hasNewSecrets() const
{
    return (!entered.domoSecret.isEmpty() && entered.domoSecret != stored.domoSecret)
        || (!entered.workivaSecret.isEmpty() && entered.workivaSecret != stored.workivaSecret);
}

bool AccountDraft::isChanged() const
{
    return entered.account != stored.account || hasNewSecrets();
}

bool AccountDraft::canBeStored() const
{
    const bool needsSecrets = isNew() || hasNewSecrets();
    return isChanged() && isNamed() && (!needsSecrets || missing() == Missing::Nothing);
}

Core::Result<Logins> AccountDraft::logins() const
{
    return loginsOf(entered.account, {.domo = entered.domoSecret, .workiva = entered.workivaSecret});
}

void AccountDraft::giveId()
{
    if (entered.account.id.isEmpty())
        entered.account.id = Profiles::newId();
}

std::vector<Commit::Entry> AccountDraft::entries(Profiles::ProfileStore &store, Profiles::SecretStore &secrets) const
{
    std::vector<Commit::Entry> entries;
    const QString &id = entered.account.id;
    if (entered.account != stored.account)
        entries.push_back(entryOf(store, entered.account));
    for (const NewSecret &secret :
         {NewSecret{id, Profiles::Secret::Domo, entered.domoSecret, stored.domoSecret},
          NewSecret{id, Profiles::Secret::Workiva, entered.workivaSecret, stored.workivaSecret}}) {
        if (!secret.value.isEmpty() && secret.value != secret.before)
            entries.push_back(entryOf(secrets, secret));
    }
    return entries;
}

} // namespace Setup
