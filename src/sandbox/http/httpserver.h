#pragma once

#include "sandbox/fault.h"
#include "sandbox/http/message.h"

#include <QAbstractHttpServer>
#include <QHash>
#include <QJsonObject>
#include <QPointer>
#include <QTcpSocket>

#include <chrono>
#include <deque>

class QTcpServer;

namespace Core {
class Clock;
}

namespace Sandbox {

struct Options;

// One service of the sandbox: a port with what both services share (latency, rate limit, faults, counts), so that a
// subclass only has to identify the operation of a request and answer it. May be moved to another thread before it
// listens and then lives there; responses are sent from that thread's event loop. GET /sandbox/requests returns how
// often each operation was called, with how many bytes, and how many changes have not been applied yet ("pending").
class HttpServer : public QAbstractHttpServer
{
public:
    HttpServer(const Options &options, Core::Clock &clock, QObject *parent = nullptr);
    ~HttpServer() override;

    [[nodiscard]] bool listenOn(quint16 port); // on the loopback address; 0: any
    [[nodiscard]] quint16 port() const;

protected:
    [[nodiscard]] virtual QString operationOf(const Incoming &incoming) const = 0; // empty: none
    [[nodiscard]] virtual Reply answer(const Incoming &incoming) = 0;
    // In the service's error format.
    [[nodiscard]] virtual Reply refusal(int status, const QString &operation) const = 0;
    [[nodiscard]] virtual int pending() const { return 0; } // changes that were accepted but not applied yet

    void countForeignToken() { ++m_foreignTokens; }
    [[nodiscard]] Core::Clock &clock() const { return m_clock; }

    // An address of this service as seen by the client, or only its path (see Options::relativeLinks).
    [[nodiscard]] QByteArray link(const Incoming &incoming, const QByteArray &path) const;

private:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) final;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) final;

    [[nodiscard]] Reply answerWith(const std::optional<Fault> &fault, Incoming incoming, bool *closes);
    [[nodiscard]] Reply refused(int status, const QString &operation) const;
    void drip(const QPointer<QTcpSocket> &connection, const QByteArray &body, qsizetype at);
    [[nodiscard]] std::optional<int> secondsToWait(); // if the rate limit is reached
    [[nodiscard]] QJsonObject counts() const;
    void later(std::function<void()> what);

    const std::chrono::milliseconds m_latency;
    const int m_rateLimit;
    const bool m_relativeLinks;
    const std::chrono::milliseconds m_dripInterval;
    Core::Clock &m_clock;
    QTcpServer *m_server = nullptr;
    FaultPlan m_faults;
    std::deque<std::chrono::milliseconds> m_recent; // times of the requests in the last minute
    QHash<QString, int> m_calls;
    QHash<QString, qint64> m_bytes;
    int m_foreignTokens = 0;
    int m_later = 0; // rejected calls that are still to be applied
};

} // namespace Sandbox
