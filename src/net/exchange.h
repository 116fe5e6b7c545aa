#pragma once

#include "net/httpjob.h"

#include <QNetworkRequest>
#include <QPointer>

#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace Net {

class OutgoingBody;
struct Traffic;

// One attempt of a request over the network, without any judgement of its status: HttpJob's hands. The body of a 2xx
// goes to the sink while it arrives, or is kept; of another answer the first 64 KiB are kept. ended() comes once, from
// the event loop; not after destruction, which breaks the connection off. One thread.
class Exchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    Exchange(QNetworkAccessManager &network, Traffic &traffic, BodySink *sink);
    ~Exchange() override;

    void start(const QNetworkRequest &request, const QByteArray &verb, const QByteArray &body);

    [[nodiscard]] bool wasSent() const; // at least in part
    [[nodiscard]] bool isSuccess() const { return m_head.status >= 200 && m_head.status < 300; }
    [[nodiscard]] const ResponseHead &head() const { return m_head; } // status 0: no answer came
    [[nodiscard]] const QByteArray &body() const { return m_body; }

    // Why there is no answer, or a success without its whole body; nothing otherwise.
    [[nodiscard]] const std::optional<Core::Error> &error() const { return m_error; }
    [[nodiscard]] bool isHopeless() const { return m_hopeless; } // the same would come again

Q_SIGNALS:
    void ended();
    void uploadProgress(qint64 sent, qint64 total);
    void downloadProgress(qint64 received, qint64 total);

private:
    void readHead();
    void readBody();
    void replyFinished();
    [[nodiscard]] std::optional<Core::Error> whatBroke() const;
    void take(const QByteArray &bytes);
    void giveUp(Core::Error error);
    void end();

    QNetworkAccessManager &m_network;
    Traffic &m_traffic;
    BodySink *const m_sink;
    QPointer<QNetworkReply> m_reply;
    OutgoingBody *m_outgoing = nullptr; // the reply's
    ResponseHead m_head;
    QByteArray m_body;
    qint64 m_received = 0;
    std::optional<Core::Error> m_error;
    QStringList m_tlsErrors;
    bool m_requestSent = false;
    bool m_hopeless = false;
    bool m_ended = false;
};

} // namespace Net
