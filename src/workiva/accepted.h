#pragma once

#include "core/result.h"

#include <QUrl>

#include <chrono>

namespace Net {
class Service;
struct Response;
} // namespace Net

namespace Workiva {

// A 202: the service has taken a change in, and will tell under `operation` what became of it. Until then nothing is
// known.
struct Accepted
{
    QUrl operation; // absolute, of the service's origin
    std::chrono::milliseconds retryAfter{0}; // before it makes sense to ask

    friend bool operator==(const Accepted &, const Accepted &) = default;
};

// From the header Location, else the body's operationLocation. Another origin is ForeignHost, none at all BadReply.
// Either way the change was taken in.
[[nodiscard]] Core::Result<Accepted> readAccepted(const Net::Service &service, const Net::Response &response);

} // namespace Workiva
