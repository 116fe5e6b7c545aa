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

// Requests name their whole path: one of the address would not be in them.
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

} // namespace

Core::Result<Logins> loginsOf(const Profiles::Account &account, const ClientSecrets &secrets)
{
    const auto region = Workiva::fromName(account.region);
    struct Entered
    {
        Core::Service service;
        QUrl baseUrl;
        QString clientId;
        QString secret;
    };
    const Entered domo{Core::Service::Domo, account.domoUrl.isEmpty() ? Domo::defaultBaseUrl() : account.domoUrl,
                       account.domoClientId, secrets.domo};
    const Entered workiva{Core::Service::Workiva, region ? Workiva::baseUrl(*region) : account.workivaUrl,
                          account.workivaClientId, secrets.workiva};
    for (const Entered *entered : {&domo, &workiva}) {
        if (const auto checked = checkAddress(entered->service, entered->baseUrl); !checked)
            return Core::propagate(checked);
    }
    const auto loginOf = [](const Entered &entered) -> Core::Result<Core::Login> {
        const QString service = entered.service == Core::Service::Domo ? u"Domo"_s : u"Workiva"_s;
        auto clientId = Core::pasted({.text = entered.clientId, .name = service + u" Client ID"_s});
        auto secret = Core::pasted({.text = entered.secret, .name = service + u" Client Secret"_s});
        for (auto *kept : {&clientId, &secret}) {
            if (!*kept) {
                kept->error().service = entered.service;
                return Core::propagate(*kept);
            }
        }
        return Core::Login{entered.baseUrl, *clientId, Core::Secret(*secret)};
    };
    const auto domoLogin = loginOf(domo);
    const auto workivaLogin = domoLogin ? loginOf(workiva) : domoLogin;
    if (!workivaLogin)
        return Core::propagate(workivaLogin);
    return Logins{*domoLogin, *workivaLogin};
}

QUrl serviceAddressIn(const QString &text)
{
    const QString trimmed = Core::trimmed(text);
    if (trimmed.isEmpty() || trimmed.contains("://"_L1))
        return QUrl(trimmed, QUrl::StrictMode);
    const QUrl local(u"http://"_s + trimmed, QUrl::StrictMode); // which may do without TLS
    return Net::isLoopback(local) ? local : QUrl(u"https://"_s + trimmed, QUrl::StrictMode);
}

QUrl workivaPage(const Profiles::Account &account, const QString &spreadsheetId, const QString &sheetId)
{
    QUrl page = Net::isLoopback(account.workivaUrl) ? account.workivaUrl : QUrl();
    if (const auto region = Workiva::fromName(account.region)) {
        page.setScheme(u"https"_s);
        page.setHost(Workiva::webHost(*region));
    }
    if (!page.isEmpty())
        page.setPath(u"/a/-/spreadsheet/%1/sheet/%2"_s.arg(spreadsheetId, sheetId));
    return page;
}

QUrl domoPage(const Profiles::Account &account, const QString &dataSetId)
{
    // One label of a host's name: what a service sent must not lead elsewhere.
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
