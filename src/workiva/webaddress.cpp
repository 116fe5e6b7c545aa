#include "workiva/webaddress.h"

#include "net/weborigin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Workiva {

namespace {

bool isId(const QString &text)
{
    const auto mayStand = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || u"_-.~="_s.contains(c));
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
            return refused(text, u"neither an ID nor a web address"_s);
        address.spreadsheetId = trimmed;
        return address;
    }

    const bool hasScheme = trimmed.contains("://"_L1);
    const QUrl url(hasScheme ? trimmed : u"https://"_s + trimmed, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return refused(text, u"not a web address"_s);
    for (const auto region : {BaseUrlRegion::Us, BaseUrlRegion::Eu, BaseUrlRegion::Apac}) {
        if (url.host() == webHost(region))
            address.baseUrlRegion = region;
    }
    if (!address.baseUrlRegion && !Net::isLoopback(url))
        return refused(text, u"not an address of Workiva's web application"_s);

    QStringList parts = url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 4 || parts[0] != "a"_L1 || parts[2] != "spreadsheet"_L1)
        return refused(text, u"not the address of a spreadsheet"_s);
    address.spreadsheetId = parts[3];
    const qsizetype sheet = parts.indexOf("sheet"_L1, 4);
    if (sheet == 4 || sheet == 5) {
        if (sheet + 1 == parts.size())
            return refused(text, u"the ID of the sheet is missing"_s);
        address.sheetId = parts[sheet + 1];
    }
    if (!isId(address.spreadsheetId) || (!address.sheetId.isEmpty() && !isId(address.sheetId)))
        return refused(text, u"the address holds no usable ID"_s);
    return address;
}

} // namespace Workiva
