#pragma once

#include "net/bodysink.h"
#include "net/job.h"
#include "net/request.h"
#include "net/response.h"

#include <memory>

namespace Net {

class Service;

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
