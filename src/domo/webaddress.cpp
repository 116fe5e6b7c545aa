#include "domo/webaddress.h"

#include <QUrl>
#include <QUuid>

#include <algorithm>

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
    const QString domain = QStringLiteral(".domo.com");
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
            return refused(textOrAddress, QStringLiteral("neither an ID nor a web address"));
        return trimmed;
    }

    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? trimmed : QStringLiteral("https://") + trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("https"))
        return refused(textOrAddress, QStringLiteral("not a web address"));
    if (!isInstance(url.host()))
        return refused(textOrAddress, QStringLiteral("not an address of Domo's web application"));
    const QStringList parts = url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts[0] != QLatin1String("datasources"))
        return refused(textOrAddress, QStringLiteral("not the address of a DataSet"));
    if (!isGuid(parts[1]))
        return refused(textOrAddress, QStringLiteral("the address holds no ID of a DataSet"));
    return parts[1];
}

} // namespace Domo
