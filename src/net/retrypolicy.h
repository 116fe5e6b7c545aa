#pragma once

#include <chrono>
#include <optional>

namespace Net {

// The outcome of one attempt, as far as a retry depends on it.
struct Attempt
{
    int number = 1; // 1 for the first
    int status = 0; // 0: no response (lost connection, timeout)
    bool repeatable = true; // see Request::repeatable
    std::optional<std::chrono::milliseconds> retryAfter{}; // as requested by the service
    std::chrono::milliseconds elapsed{0}; // since the job's start
};

// Decides whether and when to retry. Pure; the tests have the table.
//   429 and 503: always, after Retry-After if given. 500, 502, 504, no response: only repeatable requests. Anything
// else: never. The wait doubles from `firstWait` to `maxWait`; at most `attempts`, and no wait that would end after
// `deadline`.
struct RetryPolicy
{
    int attempts = 5;
    std::chrono::milliseconds firstWait{500};
    std::chrono::milliseconds maxWait{20'000};
    std::chrono::milliseconds deadline{180'000};
    std::chrono::milliseconds idleTimeout{
        600'000}; // without a byte moving; more than any Request::timeout that is obeyed
    std::chrono::milliseconds look{1'000}; // how often a current attempt is checked for speed and timeout

    // The wait before the next attempt; nothing if this was the last one.
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitAfter(const Attempt &attempt) const;
};

} // namespace Net
