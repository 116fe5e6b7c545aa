#include "workiva/webaddress.h"

#include "net/weborigin.h"

#include <algorithm>

namespace Workiva {

namespace {

bool isId(const QString &text)
{
    const auto mayStand = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringLiteral("_-.~=").contains(c));
    };
    const auto isDot = [](QChar c) { return c == u'.'; };
    return !text.isEmpty() && std::ranges::all_of(text, mayStand) && !std::ranges::all_of(text, isDot);
}

Core::Failure refused(const QString &text, const QString &why)
{
    return Core::fail(Core::ErrorKind::InvalidInput, text, why);
}

} // namespace

Core::Result<SpreadsheetAddress> parseAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    SpreadsheetAddress address;
    if (!trimmed.contains(u'/')) {
        if (!isId(trimmed))
            return refused(text, QStringLiteral("neither an ID nor a web address"));
        address.spreadsheetId = trimmed;
        return address;
    }

    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? trimmed : QStringLiteral("https://") + trimmed, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
        return refused(text, QStringLiteral("not a web address"));
    for (const auto region : {BaseUrlRegion::Us, BaseUrlRegion::Eu, BaseUrlRegion::Apac}) {
        if (url.host() == webHost(region))
            address.region = region;
    }
    if (!address.region && !Net::isLoopback(url))
        return refused(text, QStringLiteral("not an address of Workiva's web application"));

    QStringList parts = url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 4 || parts[0] != QLatin1String("a") || parts[2] != QLatin1String("spreadsheet"))
        return refused(text, QStringLiteral("not the address of a spreadsheet"));
    address.spreadsheetId = parts[3];
    const qsizetype sheet = parts.indexOf(QLatin1String("sheet"), 4);
    if (sheet == 4 || sheet == 5) {
        if (sheet + 1 == parts.size())
            return refused(text, QStringLiteral("the ID of the sheet is missing"));
        address.sheetId = parts[sheet + 1];
    }
    if (!isId(address.spreadsheetId) || (!address.sheetId.isEmpty() && !isId(address.sheetId)))
        return refused(text, QStringLiteral("the address holds no usable ID"));
    return address;
}

} // namespace Workiva
