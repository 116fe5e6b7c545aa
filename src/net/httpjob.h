#pragma once

#include "net/bodysink.h"
#include "net/job.h"
#include "net/request.h"
#include "net/response.h"

#include <memory>

namespace Net {

class Service;

// One HTTP request with its retries. Succeeds with a 2xx. Otherwise the error's kind tells what happened, its detail
// has the service's message (from JSON, or the first line of text), its requestId is what support asks for, and its
// cause is ServiceWords if the service sent a message; all are redacted. The HTTP status takes precedence over Qt's
// error. A rejected token (401 and what the request specifies) is renewed once. 429 and 503 wait for Retry-After.
// Bodies in gzip and deflate, which are not requested, are unpacked. A web page with status 200 is BadReply with
// Core::WebPage.
//   Redirects are followed only within the service's origin, and for methods other than GET only 307 and 308, with the
// same body; other redirects of those are Rejected with Core::Redirected. 1xx responses other than 100 end the attempt
// like a lost connection, because Qt 6.4 takes them for the whole response.
//   Every attempt is counted in the service's traffic; waits are reported to its listener. The time of one attempt is
// limited by Request::timeout and Request::bounds, that of all attempts by the service's retry policy.
class HttpJob final : public JobWith<Response>
{
    Q_OBJECT

public:
    HttpJob(Service &service, Request request, QObject *parent = nullptr);
    ~HttpJob() override;

    void setSink(BodySink *sink); // not owned; must outlive the job

    // True if an attempt may have reached the service with unknown effect: it was sent, at least in part, without a
    // complete success, and the response was missing, broken, another service's, a 303, or a 5xx other than 503. The
    // outcome of a write is then unknown. Valid during the request and after cancel(). A later rejected attempt does
    // not change it; a later success does.
    [[nodiscard]] bool mayHaveArrived() const;

Q_SIGNALS:
    void uploadProgress(qint64 sent, qint64 total); // bytes of the body
    void downloadProgress(qint64 received, qint64 total); // bytes; total is -1 if unknown

protected:
    void run() override;
    void abort() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Net
