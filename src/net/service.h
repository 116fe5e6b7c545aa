#pragma once

#include "core/result.h"
#include "net/httpjob.h"
#include "net/ratelimiter.h"
#include "net/retrypolicy.h"

#include <QUrl>

#include <memory>

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
    qint64 bytesSent = 0; // of bodies
    qint64 bytesReceived = 0; // of bodies
};

// One of the two services as the jobs see it: where it is, what every request to it carries, whose token, how patient
// to be. Made on the thread of its jobs, and lives longer than they do. The network manager and the clock are borrowed.
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

    void setTokenSource(std::unique_ptr<TokenSource> tokens); // before the first authorized request

    [[nodiscard]] Core::Service id() const { return m_options.id; }
    [[nodiscard]] const QUrl &baseUrl() const { return m_options.baseUrl; }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] QNetworkAccessManager &network() const { return m_network; }
    [[nodiscard]] Core::Clock &clock() const { return m_clock; }
    [[nodiscard]] TokenSource *tokens() const { return m_tokens.get(); }
    [[nodiscard]] RateLimiter &limiter() { return m_limiter; }
    [[nodiscard]] Traffic &traffic() { return m_traffic; }

private:
    QNetworkAccessManager &m_network;
    Core::Clock &m_clock;
    Options m_options;
    std::unique_ptr<TokenSource> m_tokens;
    RateLimiter m_limiter;
    Traffic m_traffic;
};

} // namespace Net
