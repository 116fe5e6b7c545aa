#pragma once

#include <chrono>
#include <optional>

namespace Net {

// What one attempt ended with, as far as repeating it is concerned.
struct Attempt
{
    int number = 1; // 1 for the first
    int status = 0; // 0: no answer (lost connection, time-out)
    bool repeatable = true; // see Request::repeatable
    std::optional<std::chrono::milliseconds> retryAfter{}; // what the service asked for
    std::chrono::milliseconds elapsed{0}; // since the job began
};

// Whether and when to send a request again. Pure; tests hold the table.
//   429 and 503: always, after Retry-After where there is one. 500, 502, 504, no answer: only what is repeatable.
//   Otherwise never. The wait grows by a factor of two from `firstWait` to `maxWait`; at most `attempts`, and never
//   when the wait would end after `deadline`.
struct RetryPolicy
{
    int attempts = 5;
    std::chrono::milliseconds firstWait{500};
    std::chrono::milliseconds maxWait{20'000};
    std::chrono::milliseconds deadline{180'000};
    std::chrono::milliseconds idleTimeout{
        600'000}; // without a byte moving; more than any Request::timeout that is obeyed
    std::chrono::milliseconds look{1'000}; // how often an attempt under way is looked at: is it fast enough? silent?

    // How long to wait before the next attempt; nothing when this one was the last.
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitAfter(const Attempt &attempt) const;
};

} // namespace Net
