#include "cli/copyrequest.h"

#include "cli/addressin.h"
#include "cli/copyoptions.h"
#include "cli/credentials.h"
#include "core/pasted.h"
#include "runs/runrequests.h"
#include "setup/login.h"
#include "setup/target.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

Core::Result<Setup::Logins> loginsIn(const QUrl &domoUrl, const QUrl &workivaUrl,
                                     const QProcessEnvironment &environment)
{
    const auto credentials = allCredentialsIn(environment);
    if (!credentials)
        return Core::propagate(credentials);
    Profiles::Account account;
    account.domoUrl = domoUrl;
    account.workivaUrl = workivaUrl;
    account.domoClientId = credentials->domo->id;
    account.workivaClientId = credentials->workiva->id;
    return Setup::loginsOf(account, {.domo = credentials->domo->secret, .workiva = credentials->workiva->secret});
}

} // namespace

Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options, const QProcessEnvironment &environment,
                                              bool interactive)
{
    const auto dataSet = Setup::dataSetIn(options.dataSet);
    if (!dataSet)
        return Core::propagate(dataSet);
    const auto domoUrl = addressIn(options.domoUrl);
    const auto workivaUrl = addressIn(options.workivaUrl);
    for (const auto *url : {&domoUrl, &workivaUrl}) {
        if (!*url)
            return Core::propagate(*url);
    }
    const auto target = Setup::targetOf({.spreadsheet = options.spreadsheet,
                                         .sheet = options.sheet,
                                         .baseUrlRegion = options.baseUrlRegion,
                                         .workivaUrl = *workivaUrl});
    if (!target)
        return Core::propagate(target);
    const QString regionText = Core::trimmed(options.region);
    const auto region = Sheet::Region::parse(regionText);
    if (!region)
        return Core::propagate(region);
    const auto shaping = shapingOf(options.shaping);
    if (!shaping)
        return Core::propagate(shaping);
    for (const auto &checked : {Sheet::check(options.profile.update), Sheet::check(*shaping, options.profile.update)}) {
        if (!checked)
            return Core::propagate(checked);
    }
    const auto logins = loginsIn(*domoUrl, target->workivaUrl, environment);
    if (!logins)
        return Core::propagate(logins);

    Profiles::Profile profile = options.profile;
    profile.dataSetId = *dataSet;
    profile.spreadsheetId = target->place.spreadsheetId;
    profile.sheetId = target->place.sheetId;
    profile.region = *region;
    Writeback::RunRequest request = Runs::requestOf(profile, *logins);
    request.dataSet()->shaping = *shaping;
    request.sheetNameInRegion = Sheet::Region::sheetNameIn(regionText);
    if (const auto applied = apply(options.run, interactive, request); !applied)
        return Core::propagate(applied);
    auto query = rowQueryOf(options.query, request.period);
    if (!query)
        return Core::propagate(query);
    request.dataSet()->query = *std::move(query);
    return request;
}

} // namespace Cli
