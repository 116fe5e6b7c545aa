#pragma once

#include "net/job.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <memory>

namespace Net {

class Service;

struct Request
{
    QByteArray verb = "GET";
    QUrl url{}; // absolute, or relative to the service's base URL; of the service's origin, or the job ends with
                // ForeignHost
    QList<QPair<QByteArray, QByteArray>> headers{}; // beside those that the service adds (authorization, version)
    QByteArray body{}; // kept for repeats
    QByteArray contentType{}; // of the body
    bool repeatable = true; // may be sent again after time-outs, lost connections and 5xx. All are after 429 and 503
    bool authorized = true; // carries the service's bearer token; only the token call itself does not
    std::chrono::milliseconds timeout{60'000}; // without a byte moving, for one attempt
    QList<int> tokenRefusals{401}; // statuses that refuse the token: it is renewed once, and the request repeated
};

struct ResponseHead
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers{};

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // empty when missing; names without regard to case
};

struct Response
{
    ResponseHead head{};
    QByteArray body{}; // empty when a sink took it
};

// Takes the body of a success while it arrives. A repeated request begins again: begin() forgets what came before. A
// failure from any of the three ends the job with it, without a repeat.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    Q_DISABLE_COPY_MOVE(BodySink)

    virtual Core::Result<void> begin(const ResponseHead &head) = 0;
    virtual Core::Result<void> data(QByteArrayView bytes) = 0;
    virtual Core::Result<void> end() = 0; // the whole body came (Content-Length was met, or the last chunk was seen)
};

// One HTTP exchange with its repeats. Succeeds with a 2xx; anything else is an Error whose kind tells, whose detail
// holds the service's own words (redacted, from JSON or the first line of text), and whose requestId is what support
// asks for. The status is judged before Qt's error. A refused token (401, and what the request names) is renewed once.
// 429 and 503 wait for Retry-After. Redirects are followed for GET and within the service's origin only. Every attempt
// is counted in the service's traffic; total time is bounded by the service's retry policy.
class HttpJob final : public JobWith<Response>
{
    Q_OBJECT

public:
    HttpJob(Service &service, Request request, QObject *parent = nullptr);
    ~HttpJob() override;

    void setSink(BodySink *sink); // not owned; must outlive the job

    // True when an attempt may have reached the service and nothing tells its effect: it was sent, at least in part,
    // and no whole success was seen, but no answer, a broken one, or a 5xx other than 503. The outcome of a write is
    // unknown then. Also while the request is under way, and after cancel(). A later attempt that is refused settles
    // nothing; one that succeeds does.
    [[nodiscard]] bool mayHaveArrived() const;

Q_SIGNALS:
    void uploadProgress(qint64 sent, qint64 total); // bytes of the body
    void downloadProgress(qint64 received, qint64 total); // bytes; total is -1 when unknown

protected:
    void run() override;
    void abort() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Net
