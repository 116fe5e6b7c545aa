#pragma once

#include <QString>

#include <chrono>

namespace Net {
class Service;
struct Response;
} // namespace Net

namespace Workiva {

// A 202: the service has taken a change in. What becomes of it is known only from its operation, which AwaitOperation
// asks for by its ID.
struct Accepted
{
    QString operationId; // empty: not told, so that the change cannot be followed. It was taken in all the same
    std::chrono::milliseconds retryAfter{0}; // before it makes sense to ask

    friend bool operator==(const Accepted &, const Accepted &) = default;
};

// From the header Location, else the body's operationLocation: the ID is the last segment of that address, whatever
// host it names. The operation is always asked for at the service's own origin.
[[nodiscard]] Accepted readAccepted(const Net::Service &service, const Net::Response &response);

} // namespace Workiva
