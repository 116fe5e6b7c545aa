#include "setup/login.h"

#include "domo/service.h"
#include "domo/webaddress.h"
#include "net/weborigin.h"
#include "workiva/baseurlregion.h"
#include "workiva/webaddress.h"

#include <QRegularExpression>

namespace Setup {

namespace {

Core::Failure badAddress(Core::Service service, const QUrl &url)
{
    return tl::unexpected(Core::Error{
        .kind = Core::ErrorKind::BadAddress, .service = service, .subject = url.toString(QUrl::RemoveUserInfo)});
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
    if (!Net::isAcceptable(login.domoUrl))
        return badAddress(Core::Service::Domo, login.domoUrl);
    if (!Net::isAcceptable(login.workivaUrl))
        return badAddress(Core::Service::Workiva, login.workivaUrl);
    return login;
}

QUrl serviceAddressIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.contains(QLatin1String("://")))
        return QUrl(trimmed, QUrl::StrictMode);
    const QUrl local(QStringLiteral("http://") + trimmed, QUrl::StrictMode); // which may do without TLS
    return Net::isLoopback(local) ? local : QUrl(QStringLiteral("https://") + trimmed, QUrl::StrictMode);
}

Core::Result<QString> dataSetIn(const QString &text)
{
    return Domo::dataSetIdIn(text);
}

Core::Result<SheetPlace> sheetIn(const QString &text)
{
    const auto address = Workiva::parseAddress(text);
    if (!address)
        return tl::unexpected(address.error());
    return SheetPlace{address->spreadsheetId, address->sheetId};
}

QUrl workivaPage(const Profiles::Account &account, const QString &spreadsheetId, const QString &sheetId)
{
    QUrl page = Net::isLoopback(account.workivaUrl) ? account.workivaUrl : QUrl();
    if (const auto region = Workiva::fromName(account.region)) {
        page.setScheme(QStringLiteral("https"));
        page.setHost(Workiva::webHost(*region));
    }
    if (!page.isEmpty())
        page.setPath(QStringLiteral("/a/-/spreadsheet/%1/sheet/%2").arg(spreadsheetId, sheetId));
    return page;
}

QUrl domoPage(const Profiles::Account &account, const QString &dataSetId)
{
    // One label of a host's name: what a service sent must not lead elsewhere.
    static const QRegularExpression label(QStringLiteral("^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$"));
    QUrl page = Net::isLoopback(account.domoUrl) ? account.domoUrl : QUrl();
    if (account.domoUrl.isEmpty() && label.match(account.domoInstance).hasMatch()) {
        page.setScheme(QStringLiteral("https"));
        page.setHost(account.domoInstance + QStringLiteral(".domo.com"));
    }
    if (!page.isEmpty())
        page.setPath(QStringLiteral("/datasources/%1/details/overview").arg(dataSetId));
    return page;
}

} // namespace Setup
