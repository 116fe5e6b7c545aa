#include "net/service.h"

#include "core/clock.h"
#include "net/network.h"
#include "net/retryafter.h"
#include "net/tokensource.h"

#include <QNetworkReply>

namespace Net {

Service::Service(QNetworkAccessManager &network, Core::Clock &clock, Options options)
    : m_network(network), m_clock(clock), m_options(std::move(options)), m_waits(m_options.id, clock)
{
    for (const QString &secret : proxySecrets(network, m_options.baseUrl))
        m_redactor.learn(secret);
}

Service::~Service()
{
    m_tokens.reset(); // its job may be under way, and uses the other members
}

void Service::setTokenSource(std::unique_ptr<TokenSource> tokens)
{
    m_tokens = std::move(tokens);
    if (m_tokens)
        m_tokens->setListener([this](const Token &token) { m_redactor.learn(QString::fromLatin1(token.value)); });
}

QNetworkAccessManager &Service::network() const
{
    return m_fresh.empty() ? m_network : *m_fresh.back();
}

Traffic Service::traffic() const
{
    Traffic traffic = m_traffic;
    traffic.waited = m_waits.paused();
    return traffic;
}

void Service::noteDate(const ResponseHead &head)
{
    const QDateTime now = m_clock.utcNow();
    if (const auto sent = sentAt(head, now))
        m_clockAhead = std::chrono::seconds(now.secsTo(*sent));
}

void Service::leaveConnections()
{
    std::erase_if(m_fresh, [](const auto &left) { return left->template findChildren<QNetworkReply *>().isEmpty(); });
    m_fresh.push_back(anotherNetwork(m_network));
}

} // namespace Net
