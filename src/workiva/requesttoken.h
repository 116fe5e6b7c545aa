#pragma once

#include "net/operation.h"
#include "core/login.h"
#include "net/tokensource.h"

#include <QList>

#include <memory>
#include <optional>

namespace Workiva {

// The token endpoints. Two are documented, for this API version and the previous one; clients of both versions are
// known to use the older one, with and without the version header.
enum class TokenAddress { Current, OlderWithoutVersion, Older };

// POST /oauth2/token with the client credentials in a form body (RFC 6749, 4.4); if that is not found (404, 405), POST
// /iam/v1/oauth2/token, without and with the version, once each. A rejection with 400 or 401 is BadCredentials, or
// MissingScope if the scope was rejected. NotFound is the error of the first endpoint.
//   `known`: the endpoint to try first. The one that returned a token is stored in it for the service's next token.
class RequestToken final : public Net::Operation<Net::Token>
{
    Q_OBJECT

public:
    RequestToken(Net::Service &service, Core::Login login, std::shared_ptr<TokenAddress> known = {},
                 QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    void answered(const Core::Result<Net::Response> &response) override;
    [[nodiscard]] Core::Result<Net::Token> read(const Net::Response &response) override;
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    const Core::Login m_login;
    const std::shared_ptr<TokenAddress> m_known; // may be null
    QList<TokenAddress> m_addresses; // still to be tried, the current one first
    std::optional<Core::Error> m_notFound; // from the first of them
};

} // namespace Workiva
