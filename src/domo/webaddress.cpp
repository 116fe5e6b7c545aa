#include "domo/webaddress.h"

#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

bool isId(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    });
}

bool isGuid(const QString &text)
{
    return text.size() == 36 && text.front() != u'{' && !QUuid::fromString(text).isNull();
}

// <instance>.domo.com
bool isInstance(const QString &host)
{
    const QString domain = u".domo.com"_s;
    return host.endsWith(domain) && host.size() > domain.size();
}

Core::Failure refused(const QString &text, const QString &why)
{
    return Core::fail(Core::ErrorKind::InvalidInput, text, why);
}

} // namespace

Core::Result<QString> dataSetIdIn(const QString &textOrAddress)
{
    const QString trimmed = textOrAddress.trimmed();
    if (!trimmed.contains(u'/')) {
        if (!isId(trimmed))
            return refused(textOrAddress, u"neither an ID nor a web address"_s);
        return trimmed;
    }

    const bool hasScheme = trimmed.contains("://"_L1);
    const QUrl url(hasScheme ? trimmed : u"https://"_s + trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1)
        return refused(textOrAddress, u"not a web address"_s);
    if (!isInstance(url.host()))
        return refused(textOrAddress, u"not an address of Domo's web application"_s);
    const QStringList parts = url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts[0] != "datasources"_L1)
        return refused(textOrAddress, u"not the address of a DataSet"_s);
    if (!isGuid(parts[1]))
        return refused(textOrAddress, u"the address holds no ID of a DataSet"_s);
    return parts[1];
}

} // namespace Domo
