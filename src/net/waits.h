#pragma once

#include "core/result.h"

#include <chrono>
#include <functional>
#include <vector>

namespace Core {
class Clock;
}

namespace Net {

// What a service's jobs are waiting for, to be displayed. For the sentence see Words::waitingText().
struct Waiting
{
    enum class For {
        Nothing, // the reported wait has ended
        Answer, // a request was sent, and nothing has been received for some seconds
        Retry, // a request failed and will be retried
        RateLimit, // the service's rate limit is reached
    };

    Core::Service service = Core::Service::None;
    For reason = For::Nothing;
    int attempt = 0; // the current or the next one, from 1
    std::chrono::milliseconds unanswered{0}; // since the service last responded to this job, or since its start
    std::chrono::milliseconds next{0}; // until the next request; 0 during a request

    friend bool operator==(const Waiting &, const Waiting &) = default;
};

// Combines the waits of all jobs of one service: the most important one is reported, a limit before a retry before a
// missing response. The listener is notified of each change, and about every second while a response is missing; it
// must not end jobs. Times are Core::Clock::elapsed(). One thread.
class Waits
{
public:
    using Listener = std::function<void(const Waiting &)>;
    using Time = std::chrono::milliseconds;

    Waits(Core::Service service, const Core::Clock &clock) : m_service(service), m_clock(clock) { }

    void setListener(Listener listener) { m_listener = std::move(listener); } // none: {}

    // A job starts to wait, or waits for something else. `until`: when its next request will be sent.
    void begin(const void *job, Waiting::For reason, int attempt, Time since, Time until);
    void end(const void *job); // no effect if it does not wait

    [[nodiscard]] Time paused() const; // total time during which at least one job waited for a limit or a retry

private:
    struct Wait
    {
        const void *job = nullptr;
        Waiting::For reason = Waiting::For::Nothing;
        int attempt = 0;
        Time since{0};
        Time until{0};
    };

    [[nodiscard]] bool isPaused() const;
    void notePause(bool before);
    void tell();

    const Core::Service m_service;
    const Core::Clock &m_clock;
    Listener m_listener;
    std::vector<Wait> m_waits;
    Waiting m_told;
    Time m_pausedSince{0};
    Time m_paused{0};
};

} // namespace Net
