#include "setup/soundness.h"

#include "core/laterversion.h"
#include "setup/login.h"
#include "sheet/period.h"

namespace Setup {

namespace {

template <typename Value> void addFault(QList<Core::Error> &faults, const Core::Result<Value> &checked)
{
    if (!checked && !faults.contains(checked.error()))
        faults.append(checked.error());
}

} // namespace

QList<Core::Error> faultsOf(const Profiles::Profile &profile)
{
    QList<Core::Error> faults;
    addFault(faults, Sheet::check(profile.update));
    addFault(faults, Sheet::check(profile.shaping, profile.update));
    if (!profile.period.isEmpty())
        addFault(faults, Sheet::periodIn(profile.period));
    const auto query = Sheet::withPeriod(profile.query, profile.period);
    addFault(faults, query);
    if (query)
        addFault(faults, Sheet::filled(*query));
    return faults;
}

QList<Core::Error> faultsOf(const Profiles::Profile &profile, const Profiles::ProfileStore &store)
{
    QList<Core::Error> faults = faultsOf(profile);
    const Profiles::Account *account = store.account(profile.accountId);
    if (!account) {
        faults.append(
            {.kind = Core::ErrorKind::NoAccount,
             .subject = profile.name,
             .cause = store.laterAccount(profile.accountId) ? Core::Cause(Core::LaterVersion{}) : Core::Cause()});
        return faults;
    }
    addFault(faults, domoLoginOf(*account, {}));
    addFault(faults, workivaLoginOf(*account, {}));
    return faults;
}

} // namespace Setup
