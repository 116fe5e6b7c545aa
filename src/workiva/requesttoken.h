#pragma once

#include "net/operation.h"
#include "net/tokensource.h"

namespace Workiva {

// A grant, as made under "Integration Developers" of a Workiva workspace. The secret is never logged.
struct Credentials
{
    QString clientId;
    QString clientSecret;
};

// POST /oauth2/token with the client credentials in a form body (RFC 6749, 4.4). A refusal, 400 or 401, is
// BadCredentials; the refusal of a scope is MissingScope.
class RequestToken final : public Net::Operation<Net::Token>
{
    Q_OBJECT

public:
    RequestToken(Net::Service &service, Credentials credentials, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Net::Token> read(const Net::Response &response) override;
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    const Credentials m_credentials;
};

// Which of the needed scopes a token lacks: reading needs file:read, writing file:write. Grants made for other
// purposes hold others, such as data_tables|w. A service that does not tell the scopes misses nothing. Pure.
[[nodiscard]] QStringList missingScopes(const Net::Token &token, const QStringList &needed);

} // namespace Workiva
