#include "setup/login.h"

#include "core/inputfault.h"
#include "core/pasted.h"
#include "domo/service.h"
#include "net/weborigin.h"
#include "workiva/baseurlregion.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

// Requests specify their whole path: one in the base URL would be lost.
Core::Result<void> checkAddress(Core::Service service, const QUrl &url)
{
    Core::Error error{
        .kind = Core::ErrorKind::BadAddress, .service = service, .subject = url.toString(QUrl::RemoveUserInfo)};
    if (!Net::isAcceptable(url))
        return Core::fail(error);
    const QString rest =
        url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded); // path, query and fragment
    if (!rest.isEmpty() && rest != "/"_L1) {
        error.cause = Core::PathInAddress{rest};
        return Core::fail(error);
    }
    return {};
}

// A pasted ID or secret, cleaned.
Core::Result<QString> entryIn(const QString &text, Core::Service service, const QString &which)
{
    auto kept =
        Core::pasted({.text = text, .name = (service == Core::Service::Domo ? u"Domo "_s : u"Workiva "_s) + which});
    if (!kept)
        kept.error().service = service;
    return kept;
}

struct Entered
{
    QUrl baseUrl;
    QString clientId;
    QString clientSecret;
};

Core::Result<Core::Login> loginOf(Core::Service service, const Entered &entered)
{
    if (const auto checked = checkAddress(service, entered.baseUrl); !checked)
        return Core::propagate(checked);
    const auto id = entryIn(entered.clientId, service, u"Client ID"_s);
    if (!id)
        return Core::propagate(id);
    const auto secret = entryIn(entered.clientSecret, service, u"Client Secret"_s);
    if (!secret)
        return Core::propagate(secret);
    return Core::Login{entered.baseUrl, *id, Core::Secret(*secret)};
}

} // namespace

Core::Result<Core::Login> domoLoginOf(const Profiles::Account &account, const QString &clientSecret)
{
    return loginOf(Core::Service::Domo,
                   {.baseUrl = account.domoUrl.isEmpty() ? Domo::defaultBaseUrl() : account.domoUrl,
                    .clientId = account.domoClientId,
                    .clientSecret = clientSecret});
}

Core::Result<Core::Login> workivaLoginOf(const Profiles::Account &account, const QString &clientSecret)
{
    const auto region = Workiva::fromName(account.baseUrlRegion);
    return loginOf(Core::Service::Workiva,
                   {.baseUrl = region ? Workiva::baseUrl(*region) : account.workivaUrl,
                    .clientId = account.workivaClientId,
                    .clientSecret = clientSecret});
}

Core::Result<Logins> loginsOf(const Profiles::Account &account, const ClientSecrets &secrets)
{
    const auto domo = domoLoginOf(account, secrets.domo);
    if (!domo)
        return Core::propagate(domo);
    const auto workiva = workivaLoginOf(account, secrets.workiva);
    if (!workiva)
        return Core::propagate(workiva);
    return Logins{*domo, *workiva};
}

QUrl serviceAddressIn(const QString &text)
{
    const QString trimmed = Core::trimmed(text);
    if (trimmed.isEmpty() || trimmed.contains("://"_L1))
        return QUrl(trimmed, QUrl::StrictMode);
    const QUrl local(u"http://"_s + trimmed, QUrl::StrictMode); // http is allowed on this computer
    return Net::isLoopback(local) ? local : QUrl(u"https://"_s + trimmed, QUrl::StrictMode);
}

QUrl workivaSite(const Profiles::Account &account)
{
    QUrl site = Net::isLoopback(account.workivaUrl) ? account.workivaUrl : QUrl();
    if (const auto region = Workiva::fromName(account.baseUrlRegion)) {
        site.setScheme(u"https"_s);
        site.setHost(Workiva::webHost(*region));
    }
    return site;
}

QUrl workivaPage(const Profiles::Account &account, const QString &spreadsheetId, const QString &sheetId)
{
    QUrl page = workivaSite(account);
    if (!page.isEmpty())
        page.setPath(u"/a/-/spreadsheet/%1/sheet/%2"_s.arg(spreadsheetId, sheetId));
    return page;
}

QUrl domoPage(const Profiles::Account &account, const QString &dataSetId)
{
    // One label of a host name: a value from a service must not lead elsewhere.
    static const QRegularExpression label(u"^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$"_s);
    QUrl page = Net::isLoopback(account.domoUrl) ? account.domoUrl : QUrl();
    if (account.domoUrl.isEmpty() && label.match(account.domoInstance).hasMatch()) {
        page.setScheme(u"https"_s);
        page.setHost(account.domoInstance + u".domo.com"_s);
    }
    if (!page.isEmpty())
        page.setPath(u"/datasources/%1/details/overview"_s.arg(dataSetId));
    return page;
}

} // namespace Setup
