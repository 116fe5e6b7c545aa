#pragma once

#include "net/bounds.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>

namespace Net {

// What HttpJob is to ask.
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

} // namespace Net
