#include "net/weborigin.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

int port(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

bool isAcceptable(const QUrl &baseUrl)
{
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || !baseUrl.userInfo().isEmpty())
        return false;
    return baseUrl.scheme() == "https"_L1 || (baseUrl.scheme() == "http"_L1 && isLoopback(baseUrl));
}

} // namespace Net
