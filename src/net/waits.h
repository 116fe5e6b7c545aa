#pragma once

#include "core/result.h"

#include <chrono>
#include <functional>
#include <vector>

namespace Core {
class Clock;
}

namespace Net {

// What a service's jobs are waiting for, to be told to a person: "Workiva has not answered for 40 s, try 3, next in 8
// s".
struct Waiting
{
    enum class For {
        Nothing, // any more: the wait that was told has ended
        Answer, // a request is under way, and nothing has come for some seconds
        Retry, // a request failed, and will be sent again
        RateLimit, // the service takes no more requests for now
    };

    Core::Service service = Core::Service::None;
    For reason = For::Nothing;
    int attempt = 0; // the one under way, or the next one; the first is 1
    std::chrono::milliseconds unanswered{0}; // since the service said anything to this job, or the job began
    std::chrono::milliseconds next{0}; // until the next request; 0 while one is under way

    friend bool operator==(const Waiting &, const Waiting &) = default;
};

// The waits of all jobs of one service, made one: of several the one that says most is told, a limit before a retry
// before an answer. The listener hears of each change, and every second or so while an answer is waited for; it must
// not end jobs. Times are Core::Clock::elapsed(). One thread.
class Waits
{
public:
    using Listener = std::function<void(const Waiting &)>;
    using Time = std::chrono::milliseconds;

    Waits(Core::Service service, const Core::Clock &clock) : m_service(service), m_clock(clock) { }

    void setListener(Listener listener) { m_listener = std::move(listener); } // none: {}

    // A job waits, or waits for something else than before. `until`: when its next request leaves.
    void begin(const void *job, Waiting::For reason, int attempt, Time since, Time until);
    void end(const void *job); // does nothing when it does not wait

    [[nodiscard]] Time paused() const; // for how long at least one job has waited for a limit or a retry, all in all

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
