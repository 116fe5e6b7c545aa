#include "runs/runrequests.h"

using namespace Qt::StringLiterals;

namespace Runs {

Writeback::RunRequest requestOf(const Profiles::Profile &profile, const Setup::Logins &logins)
{
    Writeback::RunRequest request;
    request.source = Writeback::DataSetSource{.domo = logins.domo,
                                              .dataSetId = profile.dataSetId,
                                              .columnNames = profile.columnNames,
                                              .datesAsText = profile.datesAsText};
    request.workiva = logins.workiva;
    request.spreadsheetId = profile.spreadsheetId;
    request.sheetId = profile.sheetId;
    request.sheetPath = profile.sheetPath;
    request.region = profile.region;
    request.method = profile.method;
    request.asKept = profile.asKept;
    request.profileId = profile.id;
    request.profileName = profile.name;
    request.target = targetText(profile);
    return request;
}

Writeback::JournalEntry entryOf(const Profiles::Profile &profile, const Profiles::Account *account)
{
    const auto logins = account ? Setup::loginsOf(*account, {}) : Core::Result<Setup::Logins>();
    return {.profileId = profile.id,
            .profileName = profile.name,
            .account = account ? account->name : QString(),
            .clientId = account ? account->workivaClientId : QString(),
            .dataSetId = profile.dataSetId,
            .sheet = {logins ? logins->workiva.baseUrl : QUrl(), profile.spreadsheetId, profile.sheetId},
            .region = profile.region.toString(),
            .target = targetText(profile)};
}

QString targetText(const Profiles::Profile &profile)
{
    return u"%1 / %2 / %3"_s.arg(profile.spreadsheetName, profile.sheetPath, profile.region.toString());
}

} // namespace Runs
