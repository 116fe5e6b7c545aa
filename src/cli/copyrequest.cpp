#include "cli/copyrequest.h"

#include "cli/consent.h"
#include "cli/copyoptions.h"
#include "core/inputfault.h"
#include "core/pasted.h"
#include "core/redaction.h"
#include "setup/login.h"
#include "setup/target.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// The scheme is not guessed: who writes a script can spell it.
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

// What is done about an earlier run's write that nobody can follow to its end.
void settle(const CopyOptions &options, Writeback::RunRequest &request)
{
    if (options.ignoreEarlier)
        request.unsettled = Writeback::Unsettled::GoOn;
    if (options.wait)
        request.unsettled = Writeback::Unsettled::Wait;
    if (options.waitFor)
        request.settleTime = *options.waitFor;
}

} // namespace

Core::Result<Writeback::RunRequest> requestOf(const CopyOptions &options, const QProcessEnvironment &environment,
                                              bool personIsThere)
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
                                         .region = options.regionHost,
                                         .workivaUrl = *workivaUrl});
    if (!target)
        return Core::propagate(target);
    const QString regionText = Core::trimmed(options.region);
    const auto region = Sheet::Region::parse(regionText);
    if (!region)
        return Core::propagate(region);
    const auto logins = loginsIn(*domoUrl, target->workivaUrl, environment);
    if (!logins)
        return Core::propagate(logins);

    Writeback::RunRequest request;
    request.source = Writeback::DataSetSource{.domo = logins->domo,
                                              .dataSetId = *dataSet,
                                              .columnNames = !options.noHeader,
                                              .datesAsText = options.datesAsText};
    request.workiva = logins->workiva;
    request.spreadsheetId = target->place.spreadsheetId;
    request.sheetId = target->place.sheetId;
    request.sheetNameInRegion = Sheet::Region::sheetNameIn(regionText);
    request.region = *region;
    request.dryRun = options.dryRun;
    request.asKept = options.asKept;
    request.allowClearing = options.allowClearing;
    request.target = u"%1 / %2 / %3"_s.arg(request.spreadsheetId, request.sheetId, request.region.toString());
    settle(options, request);
    const auto prompt = consent(options, personIsThere);
    if (!prompt)
        return Core::propagate(prompt);
    request.prompt = *prompt;
    return request;
}

} // namespace Cli
