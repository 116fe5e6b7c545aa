#include "domo/requesttoken.h"

#include "domo/apirequest.h"
#include "net/tokenreply.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Domo {

QByteArray basicValue(const Core::Login &login)
{
    return (login.clientId + u':' + login.secret.text()).toUtf8().toBase64();
}

RequestToken::RequestToken(Net::Service &service, Core::Login login, QObject *parent)
    : Operation(service, {}, parent), m_login(std::move(login))
{
}

Net::Request RequestToken::request() const
{
    Net::Request request =
        get({u"oauth"_s, u"token"_s}, {{"grant_type"_L1, u"client_credentials"_s}, {"scope"_L1, u"data"_s}});
    request.headers.append({"Authorization"_ba, "Basic " + basicValue(m_login)});
    request.authorized = false;
    request.bounds = Net::metadataBounds;
    return request;
}

Core::Result<Net::Token> RequestToken::read(const Net::Response &response)
{
    if (response.head.status != 200)
        return Core::fail(Core::Error{.kind = Core::ErrorKind::BadCredentials, .httpStatus = response.head.status});
    static const QRegularExpression form(u"^[a-z0-9_-]+$"_s);
    return Net::readToken(response.body, form, service().redactor());
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
    return Net::missingScopes(token, {u"data"_s});
}

} // namespace Domo
