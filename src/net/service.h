#pragma once

#include "core/redactor.h"
#include "core/result.h"
#include "net/ratelimiter.h"
#include "net/retrypolicy.h"
#include "net/waits.h"

#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace Core {
class Clock;
}

namespace Net {

class TokenSource;

// What was moved, for receipts and measurements. Every attempt counts.
struct Traffic
{
    int requests = 0;
    int retries = 0; // of them, those that had to be sent again
    qint64 bytesSent = 0; // of bodies
    qint64 bytesReceived = 0; // of bodies, as they came: packed ones are shorter than what is in them
    std::chrono::milliseconds waited{0}; // for limits and retries
};

// One of the two services as the jobs see it: where it is, what every request to it carries, whose token, how patient
// to be; and what is to be kept out of its words. Made on the thread of its jobs, and lives longer than they do. The
// network manager and the clock are borrowed.
class Service
{
public:
    struct Options
    {
        Core::Service id = Core::Service::None;
        QUrl baseUrl{}; // https, or http on a loopback address; isAcceptable() of weborigin.h
        QList<QPair<QByteArray, QByteArray>> headers{}; // sent with every request, such as X-Version
        RetryPolicy retry{};
    };

    Service(QNetworkAccessManager &network, Core::Clock &clock, Options options);
    ~Service();
    Q_DISABLE_COPY_MOVE(Service)

    // Before the first authorized request. The redactor learns each of its tokens.
    void setTokenSource(std::unique_ptr<TokenSource> tokens);

    // Hears what the jobs wait for, from the event loop of their thread. See Waits.
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
    [[nodiscard]] Traffic &counts() { return m_traffic; } // for who moves something; without `waited`

    // Knows the secrets that this service was sent or gave. makeService() of the services teaches it the client's.
    [[nodiscard]] Core::Redactor &redactor() { return m_redactor; }

    // Requests use new connections from now on, because one that is kept may hold bytes that belong to no request.
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
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_fresh; // the last one is used; the others have replies left
};

} // namespace Net
