#include "net/weborigin.h"

#include <QHostAddress>

namespace Net {

namespace {

int port(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool isAcceptable(const QUrl &baseUrl)
{
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || !baseUrl.userInfo().isEmpty())
        return false;
    return baseUrl.scheme() == QLatin1String("https")
        || (baseUrl.scheme() == QLatin1String("http") && isLoopback(baseUrl));
}

} // namespace Net
