#include "runs/runrequests.h"

namespace Runs {

Writeback::RunRequest requestOf(const Profiles::Profile &profile, const Setup::Logins &logins)
{
    Writeback::RunRequest request;
    request.source = Writeback::DataSetSource{
        .domo = logins.domo,
        .dataSetId = profile.dataSetId,
        .query = Sheet::withPeriod(profile.query, profile.period).value_or(profile.query), // never with another period
        .columnNames = profile.columnNames,
        .datesAsText = profile.datesAsText,
        .shaping = profile.shaping};
    request.workiva = logins.workiva;
    request.spreadsheetId = profile.spreadsheetId;
    request.sheetId = profile.sheetId;
    request.sheetPath = profile.sheetPath;
    request.region = profile.region;
    request.update = profile.update;
    request.period = profile.period;
    request.guards = profile.guards;
    request.asKept = profile.asKept;
    request.profileId = profile.id;
    request.profileName = profile.name;
    request.target = targetText(profile);
    return request;
}

Core::Result<Setup::Logins> loginsWith(const Profiles::Account &account, const Core::Result<QString> &domo,
                                       const Core::Result<QString> &workiva)
{
    for (const Core::Result<QString> *secret : {&domo, &workiva}) {
        if (!*secret) // the missing item is the secret, not something at a service
            return Core::fail(Core::ErrorKind::Keychain, account.name, secret->error().detail);
    }
    return Setup::loginsOf(account, {.domo = *domo, .workiva = *workiva});
}

Writeback::JournalEntry entryOf(const Profiles::Profile &profile, const Profiles::Account *account)
{
    const auto workiva = account ? Setup::workivaLoginOf(*account, {}) : Core::Login();
    Writeback::JournalEntry entry =
        Writeback::entryOf(requestOf(profile, {.domo = {}, .workiva = workiva.value_or(Core::Login())}));
    if (account) {
        entry.account = account->name;
        entry.clientId = account->workivaClientId;
    }
    return entry;
}

QString targetText(const Profiles::Profile &profile)
{
    const auto known = [](const QString &name, const QString &id) { return name.isEmpty() ? id : name; };
    return Writeback::targetText(known(profile.spreadsheetName, profile.spreadsheetId),
                                 known(profile.sheetPath, profile.sheetId), profile.region.toString());
}

} // namespace Runs
