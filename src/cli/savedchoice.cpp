#include "cli/savedchoice.h"

#include "cli/addressin.h"
#include "core/inputfault.h"
#include "profiles/profilefile.h"
#include "setup/named.h"
#include "setup/target.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

Core::Failure notGiven(const QString &what)
{
    return Core::fail(Core::ErrorKind::InvalidInput, what, {}, Core::NotGiven{});
}

// Of the file's profile, from the credentials and addresses that were given.
Core::Result<Profiles::Account> givenAccount(const SavedOptions &options, const Profiles::Profile &profile,
                                             const EnvironmentCredentials &credentials)
{
    if (!credentials.domo || !credentials.workiva)
        return notGiven(u"--account"_s);
    const auto domoUrl = addressIn(options.domoUrl);
    const auto workivaUrl = addressIn(options.workivaUrl);
    for (const auto *url : {&domoUrl, &workivaUrl}) {
        if (!*url)
            return Core::propagate(*url);
    }
    const auto target = Setup::targetOf({.spreadsheet = profile.spreadsheetId,
                                         .sheet = profile.sheetId,
                                         .baseUrlRegion = options.baseUrlRegion,
                                         .workivaUrl = *workivaUrl});
    if (!target)
        return Core::propagate(target);
    Profiles::Account account;
    account.id = Profiles::newId();
    account.domoClientId = credentials.domo->id;
    account.workivaClientId = credentials.workiva->id;
    account.baseUrlRegion = u"custom"_s;
    account.domoUrl = *domoUrl;
    account.workivaUrl = target->workivaUrl;
    return account;
}

Core::Result<QString> addFile(const QString &path, const SavedOptions &options, const Profiles::Account *account,
                              const EnvironmentCredentials &credentials, Profiles::ProfileStore &store)
{
    auto profile = Profiles::readProfileFile(path);
    if (!profile)
        return Core::propagate(profile);
    if (account) {
        profile->accountId = account->id;
    } else {
        const auto given = givenAccount(options, *profile, credentials);
        if (!given)
            return Core::propagate(given);
        store.addForSession(*given);
        profile->accountId = given->id;
    }
    store.addProfileForSession(*profile);
    return profile->id;
}

Core::Result<void> agree(const QStringList &profileIds, const QString &accountId,
                         const EnvironmentCredentials &credentials, const Profiles::ProfileStore &store)
{
    for (const QString &id : profileIds) {
        const Profiles::Profile *profile = store.profile(id);
        const Profiles::Account *account = profile ? store.account(profile->accountId) : nullptr;
        if (!account)
            continue; // its run ends with that
        if (!accountId.isEmpty() && account->id != accountId)
            return Core::fail(
                Core::ErrorKind::InvalidInput, profile->name, {},
                Core::Contradiction{Core::Contradiction::Of::Account, store.account(accountId)->name, account->name});
        if (auto agreed = agree(credentials, *account); !agreed)
            return agreed;
    }
    return {};
}

} // namespace

bool isProfileFile(const QString &text)
{
    return text.endsWith(u'.' + Profiles::profileFileSuffix, Qt::CaseInsensitive);
}

Core::Result<SavedChoice> choiceOf(const SavedOptions &options, SavedData &data, const QProcessEnvironment &environment)
{
    if (options.profiles.isEmpty() && options.group.isEmpty())
        return notGiven(u"PROFILE"_s);
    auto credentials = credentialsIn(environment);
    if (!credentials)
        return Core::propagate(credentials);
    Profiles::ProfileStore &store = data.store();
    std::optional<Profiles::Account> account;
    if (!options.account.isEmpty()) {
        const auto named = Setup::accountNamed(store, options.account);
        if (!named)
            return Core::propagate(named);
        account = **named;
    }
    SavedChoice choice{.profileIds = {}, .credentials = *std::move(credentials)};
    for (const QString &text : options.profiles) {
        const auto id = isProfileFile(text)
            ? addFile(text, options, account ? &*account : nullptr, choice.credentials, store)
            : Setup::profileInUse(store, text).map([](const Profiles::Profile *profile) { return profile->id; });
        if (!id)
            return Core::propagate(id);
        choice.profileIds.append(*id);
    }
    if (!options.group.isEmpty()) {
        const auto members = Setup::groupNamed(store, options.group);
        if (!members)
            return Core::propagate(members);
        choice.profileIds += *members;
    }
    choice.profileIds.removeDuplicates();
    if (const auto agreed = agree(choice.profileIds, account ? account->id : QString(), choice.credentials, store);
        !agreed)
        return Core::propagate(agreed);
    return choice;
}

} // namespace Cli
