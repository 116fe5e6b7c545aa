#include "cli/copyrequest.h"

#include "cli/copyoptions.h"
#include "core/inputfault.h"
#include "core/pasted.h"
#include "core/redaction.h"
#include "runs/runrequests.h"
#include "setup/login.h"
#include "setup/target.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// The scheme is required: scripts can spell it out.
Core::Result<QUrl> urlOf(const QString &text)
{
    const auto kept = Core::pasted({.text = text});
    if (!kept)
        return Core::propagate(kept);
    const QUrl url(*kept, QUrl::StrictMode);
    if (kept->isEmpty() || (url.isValid() && !url.host().isEmpty()))
        return url;
    return Core::fail(Core::ErrorKind::BadAddress, Core::redacted(*kept));
}

Core::Result<QString> variable(const QProcessEnvironment &environment, const QString &name, Core::Service service)
{
    auto kept = Core::pasted({.text = environment.value(name), .name = name});
    if (!kept)
        kept.error().service = service;
    else if (kept->isEmpty())
        return Core::fail(Core::Error{
            .kind = Core::ErrorKind::BadCredentials, .service = service, .subject = name, .cause = Core::NotGiven{}});
    return kept;
}

Core::Result<Setup::Logins> loginsIn(const QUrl &domoUrl, const QUrl &workivaUrl,
                                     const QProcessEnvironment &environment)
{
    using Core::Service;
    const auto domoId = variable(environment, u"DOMO_CLIENT_ID"_s, Service::Domo);
    const auto domoSecret = variable(environment, u"DOMO_CLIENT_SECRET"_s, Service::Domo);
    const auto workivaId = variable(environment, u"WORKIVA_CLIENT_ID"_s, Service::Workiva);
    const auto workivaSecret = variable(environment, u"WORKIVA_CLIENT_SECRET"_s, Service::Workiva);
    for (const auto *value : {&domoId, &domoSecret, &workivaId, &workivaSecret}) {
        if (!*value)
            return Core::propagate(*value);
    }
    Profiles::Account account;
    account.domoUrl = domoUrl;
    account.workivaUrl = workivaUrl;
    account.domoClientId = *domoId;
    account.workivaClientId = *workivaId;
    return Setup::loginsOf(account, {.domo = *domoSecret, .workiva = *workivaSecret});
}

} // namespace

Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options, const QProcessEnvironment &environment,
                                              bool interactive)
{
    const auto dataSet = Setup::dataSetIn(options.dataSet);
    if (!dataSet)
        return Core::propagate(dataSet);
    const auto domoUrl = urlOf(options.domoUrl);
    const auto workivaUrl = urlOf(options.workivaUrl);
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
