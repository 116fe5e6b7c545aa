#pragma once

#include <QString>

#include <chrono>

namespace Net {
class Service;
struct Response;
} // namespace Net

namespace Workiva {

// A 202: the change was accepted. Its outcome is known only from its operation; see AwaitOperation.
struct Accepted
{
    QString operationId; // empty: not reported, so the accepted change cannot be followed
    std::chrono::milliseconds retryAfter{0}; // before the first poll

    friend bool operator==(const Accepted &, const Accepted &) = default;
};

// From the Location header, otherwise the body's operationLocation: the ID is the last segment of that URL, whatever
// its host. The operation is always requested from the service's own origin.
[[nodiscard]] Accepted readAccepted(const Net::Service &service, const Net::Response &response);

} // namespace Workiva
