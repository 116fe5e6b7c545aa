#pragma once

#include "core/login.h"
#include "domo/operation.h"
#include "net/tokensource.h"

namespace Domo {

// ID and secret in HTTP Basic form (RFC 7617, in UTF-8).
[[nodiscard]] QByteArray basicValue(const Core::Login &login);

// GET /oauth/token for the scope "data", with the client in HTTP Basic. How Domo rejects a client is not documented:
// every response except 200, 429 and 5xx is BadCredentials.
class RequestToken final : public Operation<Net::Token>
{
    Q_OBJECT

public:
    RequestToken(Net::Service &service, Core::Login login, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Net::Token> read(const Net::Response &response) override;
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    const Core::Login m_login;
};

// "data" if the token lacks it: see Net::missingScopes(). Pure.
[[nodiscard]] QStringList missingScopes(const Net::Token &token);

} // namespace Domo
