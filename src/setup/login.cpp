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

Core::Result<Login> loginOf(const Profiles::Account &account, const QString &domoClientSecret,
                            const QString &workivaClientSecret)
{
    Login login{.domoUrl = account.domoUrl.isEmpty() ? Domo::defaultBaseUrl() : account.domoUrl,
                .domoClientId = account.domoClientId,
                .domoClientSecret = domoClientSecret,
                .workivaUrl = account.workivaUrl,
                .workivaClientId = account.workivaClientId,
                .workivaClientSecret = workivaClientSecret};
    if (const auto region = Workiva::fromName(account.region))
        login.workivaUrl = Workiva::baseUrl(*region);
    for (const auto &[service, url] :
         {std::pair(Core::Service::Domo, login.domoUrl), std::pair(Core::Service::Workiva, login.workivaUrl)}) {
        if (const auto checked = checkAddress(service, url); !checked)
            return Core::propagate(checked);
    }
    struct Entered
    {
        Core::Service service;
        QString name;
        QString &value;
    };
    for (const Entered &entered :
         {Entered{Core::Service::Domo, u"Domo Client ID"_s, login.domoClientId},
          Entered{Core::Service::Domo, u"Domo Client Secret"_s, login.domoClientSecret},
          Entered{Core::Service::Workiva, u"Workiva Client ID"_s, login.workivaClientId},
          Entered{Core::Service::Workiva, u"Workiva Client Secret"_s, login.workivaClientSecret}}) {
        auto kept = Core::pasted(entered.value, entered.name);
        if (!kept) {
            kept.error().service = entered.service;
            return Core::propagate(kept);
        }
        entered.value = *kept;
    }
    return login;
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
