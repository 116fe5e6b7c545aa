#include "net/ratelimiter.h"

#include <algorithm>

namespace Net {

void RateLimiter::holdUntil(Time time)
{
    m_notBefore = std::max(m_notBefore, time);
}

RateLimiter::Time RateLimiter::waitFrom(Time now) const
{
    return std::max(Time{0}, m_notBefore - now);
}

} // namespace Net
