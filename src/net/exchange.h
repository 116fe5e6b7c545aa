#pragma once

#include "core/result.h"
#include "net/bodysink.h"
#include "net/request.h"
#include "net/response.h"

#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

class QNetworkReply;

namespace Net {

class OutgoingBody;
class Service;
class Unpacker;

// One attempt of an HttpJob's request, without interpreting its status. The body of a 2xx goes to the sink while it
// arrives, or is kept, unpacked and within the request's bounds; of any other response, and of a web page, the first 64
// KiB are kept. ended() is emitted once, from the event loop, and not after destruction, which closes the connection.
// Errors are not redacted. One thread.
class Exchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    Exchange(Service &service, const Request &request, BodySink *sink);
    ~Exchange() override;

    void start(const QNetworkRequest &request);

    [[nodiscard]] bool isFinished() const { return m_ended; }
    [[nodiscard]] bool wasSent() const; // at least in part
    [[nodiscard]] bool isSuccess() const { return m_head.status >= 200 && m_head.status < 300; }
    [[nodiscard]] bool isInterim() const { return m_head.status >= 100 && m_head.status < 200; }
    [[nodiscard]] const ResponseHead &head() const { return m_head; } // status 0: there was no response
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    // Before the first byte: when it was started.
    [[nodiscard]] std::chrono::milliseconds lastByte() const { return m_lastByte; }

    // Why there is no response, or no complete body of a success; nothing otherwise.
    [[nodiscard]] const std::optional<Core::Error> &error() const { return m_error; }
    [[nodiscard]] bool isPermanent() const { return m_permanent; } // a retry would fail in the same way

Q_SIGNALS:
    void ended();
    void checked(); // about every second until it has ended
    void uploadProgress(qint64 sent, qint64 total);
    void downloadProgress(qint64 received, qint64 total); // as transferred: compressed

private:
    enum class Taking { Nothing, Success, Words };

    void readHead();
    void readBody();
    void replyFinished();
    [[nodiscard]] qint64 moved() const; // bytes of bodies in both directions
    void look();
    [[nodiscard]] std::optional<Core::Error> transportError() const;
    [[nodiscard]] std::optional<Core::Error> incompleteness();
    [[nodiscard]] Core::Result<void> beginSuccess();
    void take(const QByteArray &bytes);
    bool deliver(QByteArrayView bytes);
    bool deliverWords(QByteArrayView bytes);
    void giveUp(Core::Error error, bool permanent = true);
    void close();
    void end();
    [[nodiscard]] Core::Error badReply(const QString &detail) const;

    Service &m_service;
    const Request &m_request; // the job's
    BodySink *const m_sink;
    QPointer<QNetworkReply> m_reply;
    OutgoingBody *m_outgoing = nullptr; // owned by the reply
    std::shared_ptr<Unpacker> m_unpacker;
    ResponseHead m_head;
    Taking m_taking = Taking::Nothing;
    QByteArray m_body;
    qint64 m_received = 0; // of the body
    qint64 m_unpacked = 0;
    std::optional<Core::Error> m_error;
    QStringList m_tlsErrors;
    QTimer m_look;
    std::chrono::milliseconds m_lastByte{0};
    std::chrono::milliseconds m_headAt{0};
    std::chrono::milliseconds m_windowAt{0};
    qint64 m_windowBegan = 0; // bytes moved by then
    qint64 m_seen = 0; // bytes moved at the last check
    bool m_requestSent = false;
    bool m_permanent = false;
    bool m_ended = false;
};

} // namespace Net
