#pragma once

#include "net/bounds.h"
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
    Bounds bounds = valuesBounds; // of the answer, where it is a success
    bool bodyExpected = false; // a 200 without one is as good as no answer, where repeatable: then BadReply with NoBody
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
// holds the service's own words (from JSON or the first line of text), whose requestId is what support asks for, and
// whose cause is ServiceWords where the service said anything; all cleaned by the service's redactor. The status is
// judged before Qt's error. A refused token (401, and what the request names) is renewed once. 429 and 503 wait for
// Retry-After. Bodies in gzip and deflate, which are not asked for, are unpacked. A web page with status 200 is
// BadReply with Core::WebPage.
//   Redirects are followed within the service's origin only; of requests other than GET only 307 and 308, with the same
// body, while all others of them are Rejected with Core::Redirected. 1xx answers other than 100 end the attempt like a
// lost connection: Qt 6.4 takes them for the whole answer.
//   Every attempt is counted in the service's traffic; waiting is told to its listener; the time of one attempt is
// bounded by Request::timeout and Request::bounds, that of all by the service's retry policy.
class HttpJob final : public JobWith<Response>
{
    Q_OBJECT

public:
    HttpJob(Service &service, Request request, QObject *parent = nullptr);
    ~HttpJob() override;

    void setSink(BodySink *sink); // not owned; must outlive the job

    // True when an attempt may have reached the service and nothing tells its effect: it was sent, at least in part,
    // and no whole success was seen, but no answer, a broken one, another's, a 303, or a 5xx other than 503. The
    // outcome of a write is unknown then. Also while the request is under way, and after cancel(). A later attempt that
    // is refused settles nothing; one that succeeds does.
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
