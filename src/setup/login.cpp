#include "setup/login.h"

#include "domo/service.h"
#include "domo/webaddress.h"
#include "workiva/baseurlregion.h"
#include "workiva/webaddress.h"

#include <QRegularExpression>

namespace Setup {

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
    if (login.workivaUrl.isEmpty())
        return Core::fail(Core::ErrorKind::InvalidInput, account.region);
    return login;
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
    QUrl page = account.workivaUrl;
    if (const auto region = Workiva::fromName(account.region)) {
        page.setScheme(QStringLiteral("https"));
        page.setHost(Workiva::webHost(*region));
    }
    page.setPath(QStringLiteral("/a/-/spreadsheet/%1/sheet/%2").arg(spreadsheetId, sheetId));
    return page;
}

QUrl domoPage(const Profiles::Account &account, const QString &dataSetId)
{
    // One label of a host's name: what a service sent must not lead elsewhere.
    static const QRegularExpression label(QStringLiteral("^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$"));
    QUrl page = account.domoUrl;
    if (page.isEmpty() && label.match(account.domoInstance).hasMatch()) {
        page.setScheme(QStringLiteral("https"));
        page.setHost(account.domoInstance + QStringLiteral(".domo.com"));
    }
    if (!page.isEmpty())
        page.setPath(QStringLiteral("/datasources/%1/details/overview").arg(dataSetId));
    return page;
}

} // namespace Setup
