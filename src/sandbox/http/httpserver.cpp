#include "sandbox/http/httpserver.h"

#include "core/clock.h"
#include "sandbox/http/listener.h"
#include "sandbox/options.h"
#include "sandbox/http/wire.h"

#include <QHttpServerRequest>

#include <tuple>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

QByteArray verbOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
    case QHttpServerRequest::Method::Head: return "GET"_ba;
    case QHttpServerRequest::Method::Put: return "PUT"_ba;
    case QHttpServerRequest::Method::Post: return "POST"_ba;
    case QHttpServerRequest::Method::Delete: return "DELETE"_ba;
    default: return {};
    }
}

Incoming incomingFrom(const QHttpServerRequest &request)
{
    Incoming incoming;
    incoming.verb = verbOf(request.method());
    incoming.url = request.url();
    incoming.headers = request.headers();
    incoming.body = request.body();
    const QStringList segments = incoming.url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    for (const QString &segment : segments)
        incoming.path += QUrl::fromPercentEncoding(segment.toUtf8());
    return incoming;
}

} // namespace

HttpServer::HttpServer(const Options &options, Core::Clock &clock, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_latency(options.latency)
    , m_rateLimit(options.rateLimit)
    , m_relativeLinks(options.relativeLinks)
    , m_dripInterval(options.dripInterval)
    , m_clock(clock)
    , m_faults(options.faults)
{
}

HttpServer::~HttpServer() = default;

bool HttpServer::listenOn(quint16 port)
{
    m_server = new Listener(this);
    if (!m_server->listen(QHostAddress::LocalHost, port))
        return false;
    bind(m_server);
    return true;
}

quint16 HttpServer::port() const
{
    return m_server ? m_server->serverPort() : quint16(0);
}

QByteArray HttpServer::link(const Incoming &incoming, const QByteArray &path) const
{
    if (m_relativeLinks)
        return path;
    const QByteArray host = incoming.header("Host");
    return "http://" + (host.isEmpty() ? "127.0.0.1:" + QByteArray::number(port()) : host) + path;
}

bool HttpServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    Incoming incoming = incomingFrom(request);
    incoming.operation = operationOf(incoming);
    const bool isHead = request.method() == QHttpServerRequest::Method::Head;
    bool closes = incoming.header("Connection").compare("close", Qt::CaseInsensitive) == 0;

    std::optional<Fault> fault;
    if (!incoming.operation.isEmpty()) {
        ++m_calls[incoming.operation];
        m_bytes[incoming.operation] += incoming.body.size();
        fault = m_faults.next(incoming.operation);
    }
    const QPointer<QTcpSocket> connection(socket);
    const std::optional<FaultKind> kind = fault ? std::optional(fault->kind) : std::nullopt;
    if (kind == FaultKind::Hang)
        return true;
    if (kind == FaultKind::Drop) {
        later([connection] {
            if (connection)
                connection->abort();
        });
        return true;
    }

    Reply reply = answerWith(fault, std::move(incoming), &closes);
    // Otherwise a client with a connection pool would send its next request into the closing connection (RFC 9112,
    // 9.6).
    if (closes)
        reply.headers.append({"Connection"_ba, "close"_ba});
    if (m_latency.count() == 0 && !closes && !fault) {
        send(*socket, reply, isHead);
        return true;
    }
    later([this, connection, reply, isHead, closes, kind] {
        if (!connection)
            return;
        if (kind == FaultKind::LostAnswer)
            return connection->abort();
        if (kind == FaultKind::Truncate)
            return sendTruncated(*connection, reply);
        if (kind == FaultKind::Drip) {
            sendChunkedHead(*connection, reply);
            return drip(connection, reply.body, 0);
        }
        send(*connection, reply, isHead);
        if (closes)
            connection->disconnectFromHost();
    });
    return true;
}

Reply HttpServer::answerWith(const std::optional<Fault> &fault, Incoming incoming, bool *closes)
{
    if (incoming.path == QStringList{u"sandbox"_s, u"requests"_s})
        return Reply::json(200, counts());
    if (incoming.path.value(0) == "sandbox"_L1)
        return answer(incoming);
    if (const std::optional<int> wait = secondsToWait()) {
        Reply reply = refusal(429, incoming.operation);
        reply.headers.append({"Retry-After"_ba, QByteArray::number(*wait)});
        return reply;
    }
    if (!fault)
        return answer(incoming);
    if (fault->kind == FaultKind::Refuse)
        return refused(fault->status, incoming.operation);
    if (fault->kind == FaultKind::RefusedDoneLater) {
        ++m_later;
        m_clock.callAfter(lateness, this, [this, incoming] {
            --m_later;
            std::ignore = answer(incoming);
        });
        return refused(fault->status, incoming.operation);
    }
    incoming.failOperation = fault->kind == FaultKind::FailOperation;
    incoming.lateOperation = fault->kind == FaultKind::LateOperation;
    incoming.endlessPages = fault->kind == FaultKind::PagesWithoutEnd;
    Reply reply = answer(incoming);
    switch (fault->kind) {
    case FaultKind::RefusedButDone: return refused(fault->status, incoming.operation);
    case FaultKind::Empty200: return {200, {}};
    case FaultKind::Malformed: return malformed(reply);
    case FaultKind::Html: return htmlInstead(reply);
    case FaultKind::Truncate:
    case FaultKind::LostAnswer: *closes = true; return reply;
    default: return reply;
    }
}

Reply HttpServer::refused(int status, const QString &operation) const
{
    Reply reply = status == 406 ? notAcceptable() : refusal(status, operation);
    if (status == 429 || status == 503)
        reply.headers.append({"Retry-After"_ba, "1"_ba});
    return reply;
}

void HttpServer::drip(const QPointer<QTcpSocket> &connection, const QByteArray &body, qsizetype at)
{
    if (!connection)
        return;
    sendChunk(*connection, at < body.size() ? body.sliced(at, 1) : " "_ba);
    m_clock.callAfter(m_dripInterval, connection, [this, connection, body, at] { drip(connection, body, at + 1); });
}

void HttpServer::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
    // handleRequest() answers everything.
}

std::optional<int> HttpServer::secondsToWait()
{
    if (m_rateLimit <= 0)
        return std::nullopt;
    constexpr std::chrono::milliseconds minute{60'000};
    const auto now = m_clock.elapsed();
    while (!m_recent.empty() && now - m_recent.front() >= minute)
        m_recent.pop_front();
    if (int(m_recent.size()) < m_rateLimit) {
        m_recent.push_back(now);
        return std::nullopt;
    }
    return int((m_recent.front() + minute - now).count() / 1000) + 1;
}

QJsonObject HttpServer::counts() const
{
    QJsonObject all;
    for (auto it = m_calls.cbegin(); it != m_calls.cend(); ++it)
        all.insert(it.key(), it.value());
    QJsonObject bytes;
    for (auto it = m_bytes.cbegin(); it != m_bytes.cend(); ++it)
        bytes.insert(it.key(), it.value());
    all.insert(u"bytes"_s, bytes);
    all.insert(u"foreignTokens"_s, m_foreignTokens);
    all.insert(u"pending"_s, m_later + pending());
    return all;
}

void HttpServer::later(std::function<void()> what)
{
    if (m_latency.count() > 0)
        m_clock.callAfter(m_latency, this, std::move(what));
    else
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

} // namespace Sandbox
