#pragma once

#include "net/operation.h"
#include "core/login.h"
#include "net/tokensource.h"

#include <QList>

#include <memory>
#include <optional>

namespace Workiva {

// Where a service gives its tokens. Two addresses are documented, of this version of the API and of the one before, and
// clients of either are known to ask the older one, with the version and without.
enum class TokenAddress { Current, OlderWithoutVersion, Older };

// POST /oauth2/token with the client credentials in a form body (RFC 6749, 4.4); where nothing is found there (404,
// 405) POST /iam/v1/oauth2/token, without the version and with it, each once. A refusal, 400 or 401, is BadCredentials;
// the refusal of a scope is MissingScope. NotFound is what the first address said.
//   `known` is where the asking begins; the address that gave a token is left in it, so that the next token of the
//   service is
// asked for there at once.
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
    QList<TokenAddress> m_addresses; // still to be asked, the one under way first
    std::optional<Core::Error> m_notFound; // at the first of them
};

} // namespace Workiva
