#pragma once

#include <chrono>

namespace Net {

// One service's common brake: after a 429 or 503 nothing is sent to that service before the time it asked for,
// whichever job was told. Times are Core::Clock::elapsed(). Pure.
class RateLimiter
{
public:
    using Time = std::chrono::milliseconds;

    void holdUntil(Time time); // the later of this and what is held already
    [[nodiscard]] Time waitFrom(Time now) const; // 0: go

private:
    Time m_notBefore{0};
};

} // namespace Net
