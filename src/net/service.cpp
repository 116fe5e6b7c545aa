#include "net/service.h"

#include "net/tokensource.h"

namespace Net {

Service::Service(QNetworkAccessManager &network, Core::Clock &clock, Options options)
    : m_network(network), m_clock(clock), m_options(std::move(options))
{
}

Service::~Service()
{
    m_tokens.reset(); // its job may be under way, and uses the rest of this
}

void Service::setTokenSource(std::unique_ptr<TokenSource> tokens)
{
    m_tokens = std::move(tokens);
}

} // namespace Net
