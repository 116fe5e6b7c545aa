#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class QSslConfiguration;
class QTcpSocket;

namespace Support {

struct HttpRequest
{
    QByteArray verb;
    QByteArray target; // path and query, as sent
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // empty if missing; the name is not case-sensitive
};

// The server's response to a request. As text: "200 OK", then "Name: value" lines, an empty line, the body;
// Content-Length is added unless Content-Length or Transfer-Encoding is one of the headers. The functions below change
// how it is sent.
class Answer
{
public:
    Answer(const char *text); // implicit, so that fixtures are easier to read
    Answer(const QByteArray &text);

    [[nodiscard]] static Answer json(int status, const QByteArray &body);
    [[nodiscard]] static Answer raw(const QByteArray &bytes); // sent as is
    [[nodiscard]] static Answer drop(); // the request is read, and the connection closed
    [[nodiscard]] static Answer hang(); // the request is read, without a response

    [[nodiscard]] Answer cutAfter(qsizetype bytes) const; // of the body; then the connection is closed
    [[nodiscard]] Answer thenClosed() const; // sent completely, then the connection is closed
    [[nodiscard]] Answer held() const; // until HttpServer::release()
    [[nodiscard]] Answer inPieces(qsizetype size, std::chrono::milliseconds gap) const; // of the body

private:
    friend class HttpServer;
    Answer() = default;

    QByteArray m_head;
    QByteArray m_body;
    bool m_speaks = true;
    bool m_closes = false;
    bool m_held = false;
    qsizetype m_piece = 0;
    std::chrono::milliseconds m_gap{0};
};

// A scripted HTTP/1.1 server on a free loopback port, in the test's own thread. It sends the responses that the test
// specified and fails the running test otherwise: on an unexpected request and, when destroyed, on a missing one.
//   A request is written as "PUT /path?query", then headers that must be present with that value, an empty line, and
// the exact body; headers and body are optional. Each expect() applies to one request, in any order; always() applies
// to any number, after those.
class HttpServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    using Reply = std::function<Answer(const HttpRequest &)>;

    HttpServer(); // http
    explicit HttpServer(const QSslConfiguration &tls); // https
    ~HttpServer() override;

    [[nodiscard]] QUrl url() const; // http(s)://127.0.0.1:port, without a path

    void expect(const QByteArray &request, const Answer &answer);
    void expect(const QByteArray &request, Reply reply);
    void always(const QByteArray &request, const Answer &answer);
    void always(const QByteArray &request, Reply reply);

    void release(); // sends the responses that are held
    void dropConnections(int count); // closes this many new connections without reading
    void closeConnections(); // all that are open

    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; } // complete ones, in order
    [[nodiscard]] HttpRequest lastRequest() const { return m_requests.isEmpty() ? HttpRequest() : m_requests.last(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int held() const { return int(m_held.size()); }

Q_SIGNALS:
    void requested(); // a complete request was received
    void closedByClient(); // a connection was closed by the client

private:
    struct Expectation
    {
        HttpRequest request;
        bool fixesBody = false;
        bool once = true;
        Reply reply;
    };
    class Listener;

    void add(const QByteArray &request, Reply reply, bool once);
    void welcome(QTcpSocket *socket);
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const HttpRequest &request);
    void send(QTcpSocket *socket, const Answer &answer);
    void sendPieces(QTcpSocket *socket, Answer rest);

    std::unique_ptr<Listener> m_listener;
    std::vector<Expectation> m_expectations;
    std::vector<std::pair<QPointer<QTcpSocket>, Answer>> m_held;
    QList<HttpRequest> m_requests;
    int m_connections = 0;
    int m_toDrop = 0;
    bool m_tls = false;
};

} // namespace Support
