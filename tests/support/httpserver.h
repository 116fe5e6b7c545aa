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

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // empty when missing; names without regard to case
};

// What the server does with a request. As text: "200 OK", then "Name: value" lines, an empty line, the body;
// Content-Length is added unless Content-Length or Transfer-Encoding is among the headers. The makers below change how
// it is sent.
class Answer
{
public:
    Answer(const char *text); // implicit: fixtures read better
    Answer(const QByteArray &text);

    [[nodiscard]] static Answer json(int status, const QByteArray &body);
    [[nodiscard]] static Answer raw(const QByteArray &bytes); // as they are
    [[nodiscard]] static Answer drop(); // the request is read, and the connection closed
    [[nodiscard]] static Answer hang(); // the request is read, and nothing comes

    [[nodiscard]] Answer cutAfter(qsizetype bytes) const; // of the body; then the connection is closed
    [[nodiscard]] Answer thenClosed() const; // whole, then the connection is closed
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

// A scripted HTTP/1.1 server on a free loopback port, in the test's own thread. It answers what the test expects and
// fails the running test on anything else: on a request that is not expected, and, when destroyed, on an expected one
// that did not come.
//   A request is written as "PUT /path?query", then headers that must be there with that value, an empty line, the
//   exact
// body; headers and body may be left out. Each expect() is good for one request, in any order; always() for any number,
// after those.
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

    void release(); // sends the answers that are held
    void dropConnections(int count); // closes as many coming connections without reading
    void closeConnections(); // all that are open

    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; } // whole ones, in order
    [[nodiscard]] HttpRequest lastRequest() const { return m_requests.isEmpty() ? HttpRequest() : m_requests.last(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int held() const { return int(m_held.size()); }

Q_SIGNALS:
    void requested(); // a whole request came
    void closedByClient(); // a connection was closed from the other side

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
