#include "net/exchange.h"

#include "core/clock.h"
#include "net/network.h"
#include "net/outgoingbody.h"
#include "net/replyerror.h"
#include "net/service.h"
#include "net/unpacker.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

using std::chrono::milliseconds;

constexpr qint64 readBuffer = qint64(1024) * 1024;
constexpr qint64 maxErrorBody = qint64(64) * 1024;

qint64 promisedLength(const ResponseHead &head) // -1: none
{
    bool ok = false;
    const qint64 length = head.header("Content-Length").toLongLong(&ok);
    return ok && head.header("Transfer-Encoding").isEmpty() ? length : -1;
}

// With an unknown coding, the content could not be interpreted.
bool isUnknownCoding(const ResponseHead &head)
{
    const QByteArray coding = head.header("Content-Encoding").trimmed();
    return !coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0 && !Unpacker::understands(coding);
}

bool isProxied(const QNetworkReply &reply)
{
    return proxyOf(*reply.manager(), reply.url()).type() != QNetworkProxy::NoProxy;
}

} // namespace

Exchange::Exchange(Service &service, const Request &request, BodySink *sink)
    : m_service(service), m_request(request), m_sink(sink)
{
    connect(&m_look, &QTimer::timeout, this, &Exchange::look);
}

Exchange::~Exchange()
{
    disconnect();
    end();
}

void Exchange::start(const QNetworkRequest &request)
{
    QNetworkRequest prepared(request);
    const QByteArray &verb = m_request.verb;
    const QByteArray &body = m_request.body;
    if (!body.isEmpty() || (verb != "GET" && verb != "DELETE")) {
        m_outgoing = new OutgoingBody(body);
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    }
    m_lastByte = m_windowAt = m_service.clock().elapsed();
    m_look.start(m_service.options().retry.look);
    m_reply = m_service.network().sendCustomRequest(prepared, verb, m_outgoing);
    if (m_outgoing)
        m_outgoing->setParent(m_reply);
    m_reply->setReadBufferSize(readBuffer);
    ++m_service.counts().requests;
    m_requestSent = m_outgoing && body.isEmpty(); // Qt reports no upload progress for an empty body

    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        if (m_requestSent
            && !m_outgoing) // Qt repeats a request without a body if the connection closes before the response
            ++m_service.counts().requests;
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
    m_service.noteDate(m_head);
    m_headAt = m_windowAt = m_lastByte = m_service.clock().elapsed();
    m_windowBegan = moved();
    if (const QByteArray coding = m_head.header("Content-Encoding"); Unpacker::understands(coding))
        m_unpacker = std::make_shared<Unpacker>(coding);
    if (!isSuccess())
        m_taking = Taking::Words;
    else if (m_request.bounds.bytes > 0 && promisedLength(m_head) > m_request.bounds.bytes)
        giveUp(badReply(u"%1 bytes are too many"_s.arg(promisedLength(m_head))));
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
    m_service.counts().bytesReceived += bytes.size();
    m_lastByte = m_service.clock().elapsed();
    if (isSuccess() && isUnknownCoding(m_head))
        return giveUp({.kind = Core::ErrorKind::BadReply,
                       .subject = u"Content-Encoding"_s,
                       .detail = QString::fromLatin1(m_head.header("Content-Encoding"))});
    const QPointer<Exchange> alive(this);
    if (!m_unpacker) {
        deliver(bytes);
    } else {
        const auto unpacker = m_unpacker; // keeps it alive while it works
        const bool good = unpacker->feed(bytes, [this](QByteArrayView piece) { return deliver(piece); });
        if (alive && !m_ended && !good)
            return giveUp({.kind = Core::ErrorKind::BadReply,
                           .subject = u"Content-Encoding"_s,
                           .detail = u"what came cannot be unpacked"_s,
                           .httpStatus = m_head.status},
                          false);
    }
    if (alive && !m_ended && m_taking == Taking::Success)
        Q_EMIT downloadProgress(m_received, promisedLength(m_head));
}

// False if no more is wanted: this object has ended or was destroyed.
bool Exchange::deliver(QByteArrayView bytes)
{
    const QPointer<Exchange> alive(this);
    if (m_taking == Taking::Nothing) {
        const bool mayBePage = m_head.status == 200 || m_head.status == 203;
        if (mayBePage && beginsAsPage(m_head, bytes))
            m_taking = Taking::Words;
        else if (const auto begun = beginSuccess(); !alive || m_ended)
            return false;
        else if (!begun) {
            giveUp(begun.error());
            return false;
        }
    }
    if (m_taking == Taking::Words)
        return deliverWords(bytes);
    m_unpacked += bytes.size();
    if (m_request.bounds.bytes > 0 && m_unpacked > m_request.bounds.bytes) {
        giveUp(badReply(u"more than %1 bytes"_s.arg(m_request.bounds.bytes)));
        return false;
    }
    if (!m_sink) {
        m_body += bytes;
        return true;
    }
    const auto taken = m_sink->data(bytes);
    if (!alive || m_ended)
        return false;
    if (!taken)
        giveUp(taken.error());
    return taken.has_value();
}

bool Exchange::deliverWords(QByteArrayView bytes)
{
    m_body += bytes.first(std::min(bytes.size(), qsizetype(maxErrorBody) - m_body.size()));
    if (m_body.size() < maxErrorBody)
        return true;
    close(); // enough for an error message, and some bodies never end
    return false;
}

Core::Result<void> Exchange::beginSuccess()
{
    m_taking = Taking::Success;
    return m_sink ? m_sink->begin(m_head) : Core::Result<void>();
}

void Exchange::replyFinished()
{
    const QPointer<Exchange> alive(this);
    readBody(); // the rest of the body, and the head of a response without one
    if (!alive || m_ended)
        return;
    m_error = transportError();
    if (m_head.status == 0 && m_error
        && (m_error->kind == Core::ErrorKind::NoNetwork || m_error->kind == Core::ErrorKind::TlsUntrusted))
        m_requestSent = false;
    if (!m_error && isSuccess())
        m_error = incompleteness();
    if (!m_error && isSuccess() && m_taking != Taking::Words) {
        auto closed = m_taking == Taking::Nothing ? beginSuccess() : Core::Result<void>();
        if (closed && m_sink && alive && !m_ended)
            closed = m_sink->end();
        if (!alive || m_ended)
            return;
        if (!closed)
            return giveUp(closed.error());
    }
    close();
}

std::optional<Core::Error> Exchange::transportError() const
{
    const auto error = m_reply->error();
    const QString words = m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors.join(u"; "_s);
    if (m_head.status == 0) {
        Core::ErrorKind kind = kindOf(error, wasSent());
        // Qt 6.4 reports a proxy's refusal to open a tunnel as an unknown error.
        if (error == QNetworkReply::UnknownNetworkError && kind == Core::ErrorKind::NoNetwork && isProxied(*m_reply))
            kind = Core::ErrorKind::ProxyRefused;
        return Core::Error{.kind = kind, .subject = m_reply->url().host(), .detail = words};
    }
    if (!isSuccess())
        return {};
    const qint64 length = promisedLength(m_head);
    if (error == QNetworkReply::NoError && (length < 0 || length == m_received))
        return {};
    const bool late = error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError;
    return Core::Error{.kind = late ? Core::ErrorKind::TimedOut : Core::ErrorKind::ConnectionLost,
                       .subject = m_reply->url().host(),
                       .detail =
                           error == QNetworkReply::NoError ? u"%1 of %2 bytes"_s.arg(m_received).arg(length) : words,
                       .httpStatus = m_head.status};
}

// For a response that reached its end.
std::optional<Core::Error> Exchange::incompleteness()
{
    if (m_unpacker && !m_unpacker->isWhole())
        return Core::Error{.kind = Core::ErrorKind::ConnectionLost,
                           .subject = m_reply->url().host(),
                           .detail = u"what is packed ends after %1 bytes"_s.arg(m_received),
                           .httpStatus = m_head.status};
    const bool isEmpty = m_head.status == 200 && m_taking != Taking::Words && m_unpacked == 0;
    if (!isEmpty || !m_request.bodyExpected || !m_request.repeatable)
        return {};
    Core::Error error = badReply(u"no body"_s);
    error.cause = NoBody();
    return error;
}

qint64 Exchange::moved() const
{
    return m_received + (m_outgoing ? m_outgoing->taken() : 0);
}

void Exchange::look()
{
    const milliseconds now = m_service.clock().elapsed();
    if (moved() != m_seen)
        m_lastByte = now;
    m_seen = moved();
    const Bounds &bounds = m_request.bounds;
    const bool answers = m_head.status != 0;
    const bool sends = m_outgoing && m_outgoing->taken() < m_outgoing->size();
    bool tooSlow = answers && bounds.time.count() > 0 && now - m_headAt >= bounds.time;
    if (!answers && !sends) { // between request and response the service is working, and Request::timeout applies
        m_windowAt = now;
        m_windowBegan = moved();
    } else if (now - m_windowAt >= bounds.window) {
        tooSlow = tooSlow || moved() - m_windowBegan < Bounds::minInWindow;
        m_windowAt = now;
        m_windowBegan = moved();
    }
    if (!tooSlow)
        Q_EMIT checked();
    else if (answers && !isSuccess())
        close(); // the status is enough
    else
        giveUp({.kind = Core::ErrorKind::TimedOut,
                .subject = m_reply->url().host(),
                .detail = u"too slow: %1 bytes"_s.arg(moved()),
                .httpStatus = m_head.status},
               false);
}

Core::Error Exchange::badReply(const QString &detail) const
{
    return {.kind = Core::ErrorKind::BadReply, .subject = u"$"_s, .detail = detail, .httpStatus = m_head.status};
}

void Exchange::giveUp(Core::Error error, bool permanent)
{
    m_error = std::move(error);
    m_permanent = permanent;
    end();
    Q_EMIT ended();
}

void Exchange::close()
{
    if (!m_error && isSuccess() && m_taking == Taking::Words) {
        m_error = pageError(m_head, m_body, m_reply->url().host(), m_service.redactor());
        m_permanent = true;
    }
    end();
    Q_EMIT ended();
}

void Exchange::end()
{
    m_look.stop();
    if (m_ended)
        return;
    m_ended = true;
    if (!m_reply)
        return;
    m_requestSent = wasSent();
    m_service.counts().bytesSent += m_outgoing ? m_outgoing->taken() : 0;
    m_outgoing = nullptr;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace Net
