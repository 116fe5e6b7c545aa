#include "net/retrypolicy.h"

#include <algorithm>

namespace Net {

namespace {

bool mayRepeat(const Attempt &attempt)
{
    switch (attempt.status) {
    case 429:
    case 503: return true;
    case 0:
    case 500:
    case 502:
    case 504: return attempt.repeatable;
    default: return false;
    }
}

} // namespace

std::optional<std::chrono::milliseconds> RetryPolicy::waitAfter(const Attempt &attempt) const
{
    if (!mayRepeat(attempt) || attempt.number >= attempts)
        return {};
    auto wait = firstWait;
    for (int i = 1; i < attempt.number && wait < maxWait; ++i)
        wait *= 2;
    wait = std::min(wait, maxWait);
    // With a Retry-After of 0, the growing wait still applies: otherwise all attempts would be used up at once.
    if (attempt.retryAfter.value_or(std::chrono::milliseconds{0}).count() > 0)
        wait = *attempt.retryAfter;
    if (attempt.elapsed + wait > deadline)
        return {};
    return wait;
}

} // namespace Net
