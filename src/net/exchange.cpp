#include "net/exchange.h"

#include "core/redaction.h"
#include "net/outgoingbody.h"
#include "net/replyerror.h"
#include "net/service.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>

namespace Net {

namespace {

constexpr qint64 readBuffer = 1024 * 1024;
constexpr qint64 longestErrorBody = 64 * 1024;

qint64 promisedLength(const ResponseHead &head) // -1: none
{
    bool ok = false;
    const qint64 length = head.header("Content-Length").toLongLong(&ok);
    return ok && head.header("Transfer-Encoding").isEmpty() ? length : -1;
}

bool isProxied(const QNetworkReply &reply)
{
    const QNetworkProxy own = reply.manager()->proxy();
    if (own.type() != QNetworkProxy::DefaultProxy)
        return own.type() != QNetworkProxy::NoProxy;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(reply.url()));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &network, Traffic &traffic, BodySink *sink)
    : m_network(network), m_traffic(traffic), m_sink(sink)
{
}

Exchange::~Exchange()
{
    disconnect();
    end();
}

void Exchange::start(const QNetworkRequest &request, const QByteArray &verb, const QByteArray &body)
{
    QNetworkRequest prepared(request);
    if (!body.isEmpty() || (verb != "GET" && verb != "DELETE")) {
        m_outgoing = new OutgoingBody(body);
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    }
    m_reply = m_network.sendCustomRequest(prepared, verb, m_outgoing);
    if (m_outgoing)
        m_outgoing->setParent(m_reply);
    m_reply->setReadBufferSize(readBuffer);
    ++m_traffic.requests;
    m_requestSent = m_outgoing && body.isEmpty(); // Qt tells nothing about those

    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        if (m_requestSent
            && !m_outgoing) // Qt sends a request without a body again when the connection closes before the answer
            ++m_traffic.requests;
        m_requestSent = true;
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::replyFinished);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total > 0)
            Q_EMIT uploadProgress(sent, total);
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors.append(error.errorString());
    });
}

bool Exchange::wasSent() const
{
    return m_requestSent || m_head.status != 0 || (m_outgoing && m_outgoing->taken() > 0);
}

void Exchange::readHead()
{
    m_head.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_head.status == 0)
        return;
    m_head.headers = m_reply->rawHeaderPairs();
    if (!isSuccess())
        return;
    // "identity" was asked for, and what is compressed nevertheless would be taken for the data.
    const QByteArray encoding = m_head.header("Content-Encoding");
    if (!encoding.isEmpty() && encoding.compare("identity", Qt::CaseInsensitive) != 0)
        giveUp({.kind = Core::ErrorKind::BadReply, .subject = QStringLiteral("Content-Encoding")});
    else if (m_sink) {
        const QPointer<Exchange> alive(this);
        if (const auto begun = m_sink->begin(m_head); alive && !m_ended && !begun)
            giveUp(begun.error());
    }
}

void Exchange::readBody()
{
    const QPointer<Exchange> alive(this); // a sink or a listener may cancel the job
    if (m_head.status == 0)
        readHead();
    while (alive && !m_ended && m_reply->bytesAvailable() > 0)
        take(m_reply->read(readBuffer));
}

void Exchange::take(const QByteArray &bytes)
{
    m_received += bytes.size();
    m_traffic.bytesReceived += bytes.size();
    if (!isSuccess()) {
        m_body += bytes.left(longestErrorBody - m_body.size());
        if (m_body.size() >= longestErrorBody) { // enough to tell what is wrong, and some never end
            end();
            Q_EMIT ended();
        }
        return;
    }
    const QPointer<Exchange> alive(this);
    if (!m_sink)
        m_body += bytes;
    else if (const auto taken = m_sink->data(bytes); !alive || m_ended)
        return;
    else if (!taken)
        return giveUp(taken.error());
    Q_EMIT downloadProgress(m_received, promisedLength(m_head));
}

void Exchange::replyFinished()
{
    const QPointer<Exchange> alive(this);
    readBody(); // what came with the end, and the head of an empty answer
    if (!alive || m_ended)
        return;
    m_error = whatBroke();
    if (m_head.status == 0 && m_error
        && (m_error->kind == Core::ErrorKind::NoNetwork || m_error->kind == Core::ErrorKind::TlsUntrusted))
        m_requestSent = false;
    if (!m_error && m_sink && isSuccess()) {
        const auto closed = m_sink->end();
        if (!alive || m_ended)
            return;
        if (!closed)
            return giveUp(closed.error());
    }
    end();
    Q_EMIT ended();
}

std::optional<Core::Error> Exchange::whatBroke() const
{
    const auto error = m_reply->error();
    const QString words = m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors.join(QStringLiteral("; "));
    if (m_head.status == 0) {
        Core::ErrorKind kind = kindOf(error, wasSent());
        // Qt 6.4 reports a tunnel that a proxy did not open as an unknown error.
        if (error == QNetworkReply::UnknownNetworkError && kind == Core::ErrorKind::NoNetwork && isProxied(*m_reply))
            kind = Core::ErrorKind::ProxyRefused;
        return Core::Error{.kind = kind, .subject = m_reply->url().host(), .detail = Core::redacted(words)};
    }
    if (!isSuccess())
        return {};
    const qint64 length = promisedLength(m_head);
    if (error == QNetworkReply::NoError && (length < 0 || length == m_received))
        return {};
    const bool late = error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError;
    return Core::Error{.kind = late ? Core::ErrorKind::TimedOut : Core::ErrorKind::ConnectionLost,
                       .subject = m_reply->url().host(),
                       .detail = error == QNetworkReply::NoError
                           ? QStringLiteral("%1 of %2 bytes").arg(m_received).arg(length)
                           : Core::redacted(words),
                       .httpStatus = m_head.status};
}

void Exchange::giveUp(Core::Error error)
{
    m_error = std::move(error);
    m_hopeless = true;
    end();
    Q_EMIT ended();
}

void Exchange::end()
{
    if (m_ended)
        return;
    m_ended = true;
    if (!m_reply)
        return;
    m_requestSent = wasSent();
    m_traffic.bytesSent += m_outgoing ? m_outgoing->taken() : 0;
    m_outgoing = nullptr;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace Net
