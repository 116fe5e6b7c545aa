#pragma once

#include <chrono>

namespace Net {

// One service's rate limit for all jobs: after a 429 or 503, nothing is sent to that service before the time it
// specified, whichever job received it. Times are Core::Clock::elapsed(). Pure.
class RateLimiter
{
public:
    using Time = std::chrono::milliseconds;

    void holdUntil(Time time); // keeps the later of this and the current limit
    [[nodiscard]] Time waitFrom(Time now) const; // 0: send now

private:
    Time m_notBefore{0};
};

} // namespace Net
