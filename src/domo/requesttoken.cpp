#include "domo/requesttoken.h"

#include "domo/apirequest.h"
#include "net/tokenreply.h"

#include <QRegularExpression>

namespace Domo {

QByteArray basicValue(const Credentials &credentials)
{
    return (credentials.clientId + u':' + credentials.clientSecret).toUtf8().toBase64();
}

RequestToken::RequestToken(Net::Service &service, Credentials credentials, QObject *parent)
    : Operation(service, {}, parent), m_credentials(std::move(credentials))
{
}

Net::Request RequestToken::request() const
{
    Net::Request request = get({QStringLiteral("oauth"), QStringLiteral("token")},
                               {{QLatin1String("grant_type"), QStringLiteral("client_credentials")},
                                {QLatin1String("scope"), QStringLiteral("data")}});
    request.headers.append({QByteArrayLiteral("Authorization"), "Basic " + basicValue(m_credentials)});
    request.authorized = false;
    request.bounds = Net::metadataBounds;
    return request;
}

Core::Result<Net::Token> RequestToken::readReply(const Net::Response &response)
{
    if (response.head.status != 200)
        return tl::unexpected(Core::Error{.kind = Core::ErrorKind::BadCredentials, .httpStatus = response.head.status});
    static const QRegularExpression form(QStringLiteral("^[a-z0-9_-]+$"));
    auto token = Net::readToken(response.body, service().redactor());
    if (token && token->scopes.filter(form).size() < token->scopes.size())
        token->scopesUnclear = true;
    return token;
}

Core::Error RequestToken::failed(Core::Error error) const
{
    error = Operation::failed(std::move(error));
    const bool byProxy = error.kind == Core::ErrorKind::ProxyRefused;
    if (!byProxy && error.httpStatus > 200 && error.httpStatus < 500 && error.httpStatus != 429)
        error.kind = Core::ErrorKind::BadCredentials;
    return error;
}

QStringList missingScopes(const Net::Token &token)
{
    const QString needed = QStringLiteral("data");
    const bool areKnown = !token.scopesUnclear && !token.scopes.isEmpty();
    return areKnown && !token.scopes.contains(needed) ? QStringList{needed} : QStringList();
}

} // namespace Domo
