#include "net/weborigin.h"

#include <QHostAddress>

namespace Net {

namespace {

int port(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isAcceptable(const QUrl &baseUrl)
{
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || !baseUrl.userInfo().isEmpty())
        return false;
    return baseUrl.scheme() == QLatin1String("https")
        || (baseUrl.scheme() == QLatin1String("http") && isLoopback(baseUrl.host()));
}

} // namespace Net
