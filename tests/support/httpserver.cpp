#include "support/httpserver.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

// "First line\nName: value\n…\n\nbody", with either kind of line end.
struct Message
{
    QByteArray firstLine;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool hasBody = false;
};

Message parsed(const QByteArray &text)
{
    Message message;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype end = text.indexOf('\n', from);
        const QByteArray line = text.mid(from, end < 0 ? -1 : end - from).trimmed();
        from = end < 0 ? text.size() : end + 1;
        if (line.isEmpty()) {
            message.hasBody = true;
            message.body = text.mid(from);
            break;
        }
        const qsizetype colon = line.indexOf(':');
        if (message.firstLine.isEmpty())
            message.firstLine = line;
        else
            message.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return message;
}

QByteArray headerOf(const QList<QPair<QByteArray, QByteArray>> &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpRequest requestFrom(const Message &message)
{
    const QList<QByteArray> words = message.firstLine.split(' ');
    return {.verb = words.value(0), .target = words.value(1), .headers = message.headers, .body = message.body};
}

void failTest(const QByteArray &why)
{
    QTest::qFail(why.constData(), __FILE__, __LINE__);
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    return headerOf(headers, name);
}

Answer::Answer(const char *text) : Answer(QByteArray(text)) { }

Answer::Answer(const QByteArray &text)
{
    const Message message = parsed(text);
    m_head = "HTTP/1.1 " + message.firstLine + "\r\n";
    for (const auto &[name, value] : message.headers)
        m_head += name + ": " + value + "\r\n";
    const bool hasLength = !headerOf(message.headers, "Content-Length").isEmpty()
        || !headerOf(message.headers, "Transfer-Encoding").isEmpty();
    if (!hasLength && !message.firstLine.startsWith("204"))
        m_head += "Content-Length: " + QByteArray::number(message.body.size()) + "\r\n";
    m_head += "\r\n";
    m_body = message.body;
}

Answer Answer::json(int status, const QByteArray &body)
{
    return Answer(QByteArray::number(status) + " \nContent-Type: application/json\n\n" + body);
}

Answer Answer::raw(const QByteArray &bytes)
{
    Answer answer;
    answer.m_head = bytes;
    return answer;
}

Answer Answer::drop()
{
    return raw({}).thenClosed();
}

Answer Answer::hang()
{
    Answer answer;
    answer.m_speaks = false;
    return answer;
}

Answer Answer::cutAfter(qsizetype bytes) const
{
    Answer answer(*this);
    answer.m_body.truncate(bytes);
    answer.m_closes = true;
    return answer;
}

Answer Answer::thenClosed() const
{
    Answer answer(*this);
    answer.m_closes = true;
    return answer;
}

Answer Answer::held() const
{
    Answer answer(*this);
    answer.m_held = true;
    return answer;
}

Answer Answer::inPieces(qsizetype size, std::chrono::milliseconds gap) const
{
    Answer answer(*this);
    answer.m_piece = size;
    answer.m_gap = gap;
    return answer;
}

class HttpServer::Listener final : public QTcpServer
{
public:
    Listener(HttpServer &server, const QSslConfiguration *tls)
        : m_server(server), m_tls(tls ? *tls : QSslConfiguration())
    {
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        QTcpSocket *socket = m_server.m_tls ? new QSslSocket(this) : new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
        if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
            secure->setSslConfiguration(m_tls);
            secure->startServerEncryption();
        }
        m_server.welcome(socket);
    }

private:
    HttpServer &m_server;
    QSslConfiguration m_tls;
};

HttpServer::HttpServer() : m_listener(std::make_unique<Listener>(*this, nullptr))
{
    if (!m_listener->listen(QHostAddress::LocalHost))
        failTest("the test server cannot listen");
}

HttpServer::HttpServer(const QSslConfiguration &tls) : m_listener(std::make_unique<Listener>(*this, &tls)), m_tls(true)
{
    if (!m_listener->listen(QHostAddress::LocalHost))
        failTest("the test server cannot listen");
}

HttpServer::~HttpServer()
{
    for (const Expectation &expected : m_expectations) {
        if (expected.once)
            failTest("expected, but never came: " + expected.request.verb + ' ' + expected.request.target);
    }
}

QUrl HttpServer::url() const
{
    QUrl url;
    url.setScheme(m_tls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_listener->serverPort());
    return url;
}

void HttpServer::expect(const QByteArray &request, const Answer &answer)
{
    add(
        request, [answer](const HttpRequest &) { return answer; }, true);
}

void HttpServer::expect(const QByteArray &request, Reply reply)
{
    add(request, std::move(reply), true);
}

void HttpServer::always(const QByteArray &request, const Answer &answer)
{
    add(
        request, [answer](const HttpRequest &) { return answer; }, false);
}

void HttpServer::always(const QByteArray &request, Reply reply)
{
    add(request, std::move(reply), false);
}

void HttpServer::add(const QByteArray &request, Reply reply, bool once)
{
    const Message message = parsed(request);
    m_expectations.push_back({requestFrom(message), message.hasBody, once, std::move(reply)});
}

void HttpServer::release()
{
    for (const auto held = std::exchange(m_held, {}); const auto &[socket, answer] : held) {
        if (socket)
            send(socket, answer);
    }
}

void HttpServer::dropConnections(int count)
{
    m_toDrop = count;
}

void HttpServer::closeConnections()
{
    const auto sockets = m_listener->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void HttpServer::welcome(QTcpSocket *socket)
{
    ++m_connections;
    if (m_toDrop > 0) {
        --m_toDrop;
        socket->abort();
        socket->deleteLater();
        return;
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        socket->deleteLater();
        Q_EMIT closedByClient();
    });
}

void HttpServer::read(QTcpSocket *socket)
{
    for (;;) {
        const QByteArray bytes = socket->peek(socket->bytesAvailable());
        const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        HttpRequest request = requestFrom(parsed(bytes.left(headEnd)));
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (bytes.size() < headEnd + 4 + length)
            return;
        socket->skip(headEnd + 4);
        request.body = socket->read(length);
        m_requests.append(request);
        const QPointer<QTcpSocket> alive(socket);
        answer(socket, request);
        Q_EMIT requested();
        if (!alive)
            return;
    }
}

void HttpServer::answer(QTcpSocket *socket, const HttpRequest &request)
{
    const auto matches = [&request](const Expectation &expected) {
        return expected.request.verb == request.verb && expected.request.target == request.target
            && (!expected.fixesBody || expected.request.body == request.body)
            && std::ranges::all_of(expected.request.headers,
                                   [&](const auto &header) { return request.header(header.first) == header.second; });
    };
    auto found = std::ranges::find_if(m_expectations, [&](const auto &e) { return e.once && matches(e); });
    if (found == m_expectations.end())
        found = std::ranges::find_if(m_expectations, matches);
    if (found == m_expectations.end()) {
        QByteArray text = "not expected: " + request.verb + ' ' + request.target;
        for (const auto &[name, value] : request.headers)
            text += "\n  " + name + ": " + value;
        failTest(text + "\n\n  " + request.body.left(2000));
        send(socket, Answer("501 Not Expected").thenClosed());
        return;
    }
    const Reply reply = found->reply;
    if (found->once)
        m_expectations.erase(found);
    const Answer answer = reply(request);
    if (answer.m_held)
        m_held.emplace_back(socket, answer);
    else
        send(socket, answer);
}

void HttpServer::send(QTcpSocket *socket, const Answer &answer)
{
    if (!answer.m_speaks)
        return;
    socket->write(answer.m_head);
    if (answer.m_piece > 0) {
        sendPieces(socket, answer);
        return;
    }
    socket->write(answer.m_body);
    if (answer.m_closes)
        socket->disconnectFromHost();
}

void HttpServer::sendPieces(QTcpSocket *socket, Answer rest)
{
    socket->write(rest.m_body.left(rest.m_piece));
    socket->flush();
    rest.m_body.remove(0, rest.m_piece);
    if (!rest.m_body.isEmpty())
        QTimer::singleShot(rest.m_gap, socket, [this, socket, rest] { sendPieces(socket, rest); });
    else if (rest.m_closes)
        socket->disconnectFromHost();
}

} // namespace Support
