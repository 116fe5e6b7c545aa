#include "support/fakeclock.h"

#include <algorithm>

namespace Support {

void FakeClock::callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> what)
{
    m_calls.push_back({m_now + delay, context, std::move(what)});
}

void FakeClock::advance(std::chrono::milliseconds by)
{
    const auto end = m_now + by;
    for (;;) {
        const auto next = std::ranges::min_element(m_calls, {}, &Call::due);
        if (next == m_calls.end() || next->due > end)
            break;
        const Call call = std::move(*next);
        m_calls.erase(next);
        m_now = std::max(m_now, call.due);
        if (call.context)
            call.what();
    }
    m_now = end;
}

int FakeClock::waiting() const
{
    return int(std::ranges::count_if(m_calls, [](const Call &call) { return !call.context.isNull(); }));
}

std::chrono::milliseconds FakeClock::nextDelay() const
{
    auto first = std::chrono::milliseconds(-1);
    for (const Call &call : m_calls) {
        if (call.context && (first.count() < 0 || call.due - m_now < first))
            first = call.due - m_now;
    }
    return first;
}

} // namespace Support
