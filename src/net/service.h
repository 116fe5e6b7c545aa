#pragma once

#include "core/redactor.h"
#include "core/result.h"
#include "net/ratelimiter.h"
#include "net/retrypolicy.h"
#include "net/waits.h"

#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace Core {
class Clock;
}

namespace Net {

class TokenSource;
struct ResponseHead;

// Transferred data, for receipts and measurements. Every attempt counts.
struct Traffic
{
    int requests = 0;
    int retries = 0; // of these requests, those that were retries
    qint64 bytesSent = 0; // of bodies
    qint64 bytesReceived = 0; // of bodies, as transferred: compressed ones are shorter than their content
    std::chrono::milliseconds waited{0}; // for rate limits and retries
};

// One of the two services as jobs use it: base URL, headers of every request, tokens, retry policy, and the redactor
// for its texts. Created on the thread of its jobs, which it must outlive. Borrows the network manager and the clock.
class Service
{
public:
    struct Options
    {
        Core::Service id = Core::Service::None;
        QUrl baseUrl{}; // https, or http for a loopback address; see isAcceptable() in weborigin.h
        QList<QPair<QByteArray, QByteArray>> headers{}; // sent with every request, such as X-Version
        RetryPolicy retry{};
    };

    Service(QNetworkAccessManager &network, Core::Clock &clock, Options options);
    ~Service();
    Q_DISABLE_COPY_MOVE(Service)

    // Before the first authorized request. Every token is added to the redactor.
    void setTokenSource(std::unique_ptr<TokenSource> tokens);

    // Is notified of what the jobs wait for, from the event loop of their thread. See Waits.
    void setListener(Waits::Listener listener) { m_waits.setListener(std::move(listener)); }

    [[nodiscard]] Core::Service id() const { return m_options.id; }
    [[nodiscard]] const QUrl &baseUrl() const { return m_options.baseUrl; }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] QNetworkAccessManager &network() const;
    [[nodiscard]] Core::Clock &clock() const { return m_clock; }
    [[nodiscard]] TokenSource *tokens() const { return m_tokens.get(); }
    [[nodiscard]] RateLimiter &limiter() { return m_limiter; }
    [[nodiscard]] Waits &waits() { return m_waits; }
    [[nodiscard]] Traffic traffic() const;
    [[nodiscard]] Traffic &counts() { return m_traffic; } // for jobs to update; without `waited`

    // Knows the secrets that were sent to this service or received from it. Each service's makeService() adds the
    // client's.
    [[nodiscard]] Core::Redactor &redactor() { return m_redactor; }

    // How far the service's clock is ahead of this computer's, by the last response that had its date, to a second or
    // so. None: there was no such response.
    [[nodiscard]] std::optional<std::chrono::seconds> clockAhead() const { return m_clockAhead; }
    void noteDate(const ResponseHead &head); // of a response that has just arrived

    // Makes all further requests use new connections, because a kept-alive one may contain bytes of an earlier
    // response.
    void leaveConnections();

private:
    QNetworkAccessManager &m_network;
    Core::Clock &m_clock;
    Options m_options;
    Core::Redactor m_redactor;
    std::unique_ptr<TokenSource> m_tokens;
    RateLimiter m_limiter;
    Waits m_waits;
    Traffic m_traffic;
    std::optional<std::chrono::seconds> m_clockAhead;
    // The last one is in use; the others still have replies.
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_fresh;
};

} // namespace Net
