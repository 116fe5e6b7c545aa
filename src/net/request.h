#pragma once

#include "net/bounds.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>

namespace Net {

// A request for HttpJob.
struct Request
{
    QByteArray verb = "GET";
    QUrl url{}; // absolute, or relative to the service's base URL; at another origin, the job ends with ForeignHost
    QList<QPair<QByteArray, QByteArray>> headers{}; // in addition to the service's (authorization, version)
    QByteArray body{}; // kept for retries
    QByteArray contentType{}; // of the body
    // May be sent again after timeouts, lost connections and 5xx; after 429 and 503 any request may.
    bool repeatable = true;
    bool authorized = true; // carries the service's bearer token; only the token request does not
    std::chrono::milliseconds timeout{60'000}; // without a byte transferred, for one attempt
    QList<int> tokenRefusals{401}; // statuses that reject the token: it is renewed once, and the request repeated
    Bounds bounds = valuesBounds; // of a success response
    // A 200 without a body counts as no response: retried if repeatable, then BadReply with NoBody.
    bool bodyExpected = false;
};

} // namespace Net
