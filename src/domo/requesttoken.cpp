#include "domo/requesttoken.h"

#include "domo/apirequest.h"
#include "net/jsonreader.h"

#include <algorithm>

namespace Domo {

namespace {

// What may stand in a header (RFC 6750, 2.1, and whatever else is visible).
bool isToken(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

RequestToken::RequestToken(Net::Service &service, Credentials credentials, QObject *parent)
    : Operation(service, {}, parent), m_credentials(std::move(credentials))
{
}

Net::Request RequestToken::request() const
{
    Net::Request request = get({QStringLiteral("oauth"), QStringLiteral("token")},
                               {{QLatin1String("grant_type"), QStringLiteral("client_credentials")},
                                {QLatin1String("scope"), QStringLiteral("data")}});
    const QByteArray client = (m_credentials.clientId + u':' + m_credentials.clientSecret).toUtf8();
    request.headers.append({QByteArrayLiteral("Authorization"), "Basic " + client.toBase64()});
    request.authorized = false;
    return request;
}

Core::Result<Net::Token> RequestToken::readReply(const Net::Response &response)
{
    if (response.head.status != 200)
        return tl::unexpected(Core::Error{.kind = Core::ErrorKind::BadCredentials, .httpStatus = response.head.status});
    const auto json = Net::JsonReader::parse(response.body);
    const auto value = json[QLatin1String("access_token")];
    const QString text = value.string();
    if (!isToken(text))
        value.complain(QStringLiteral("a token"));
    const auto life = json[QLatin1String("expires_in")];
    Net::Token token;
    token.value = text.toLatin1();
    token.life = std::chrono::seconds(life.integer());
    if (token.life.count() <= 0)
        life.complain(QStringLiteral("seconds"));
    token.scopes = json[QLatin1String("scope")].string(QString()).split(u' ', Qt::SkipEmptyParts);
    token.customer = json[QLatin1String("customer")].string(QString());
    if (const auto good = json.check(); !good)
        return tl::unexpected(good.error());
    return token;
}

Core::Error RequestToken::failed(Core::Error error) const
{
    const bool byProxy = error.kind == Core::ErrorKind::ProxyRefused;
    if (!byProxy && error.httpStatus > 200 && error.httpStatus < 500 && error.httpStatus != 429)
        error.kind = Core::ErrorKind::BadCredentials;
    return Operation::failed(std::move(error));
}

} // namespace Domo
