#include "net/waits.h"

#include "core/clock.h"

#include <algorithm>

namespace Net {

void Waits::begin(const void *job, Waiting::For reason, int attempt, Time since, Time until)
{
    const bool before = isPaused();
    std::erase_if(m_waits, [job](const Wait &wait) { return wait.job == job; });
    m_waits.push_back({job, reason, attempt, since, until});
    notePause(before);
    tell();
}

void Waits::end(const void *job)
{
    const bool before = isPaused();
    if (std::erase_if(m_waits, [job](const Wait &wait) { return wait.job == job; }) == 0)
        return;
    notePause(before);
    tell();
}

Waits::Time Waits::paused() const
{
    return m_paused + (isPaused() ? m_clock.elapsed() - m_pausedSince : Time{0});
}

bool Waits::isPaused() const
{
    return std::ranges::any_of(m_waits, [](const Wait &wait) {
        return wait.reason == Waiting::For::Retry || wait.reason == Waiting::For::RateLimit;
    });
}

void Waits::notePause(bool before)
{
    const bool after = isPaused();
    if (after && !before)
        m_pausedSince = m_clock.elapsed();
    else if (before && !after)
        m_paused += m_clock.elapsed() - m_pausedSince;
}

void Waits::tell()
{
    Waiting now{.service = m_service};
    const auto first = std::ranges::max_element(m_waits, [](const Wait &a, const Wait &b) {
        return a.reason != b.reason ? a.reason < b.reason : a.since > b.since;
    });
    if (first != m_waits.end()) {
        now.reason = first->reason;
        now.attempt = first->attempt;
        now.unanswered = m_clock.elapsed() - first->since;
        now.next = std::max(Time{0}, first->until - m_clock.elapsed());
    }
    const bool isNew = now.reason != Waiting::For::Nothing || m_told.reason != Waiting::For::Nothing;
    m_told = now;
    if (isNew && m_listener)
        m_listener(now);
}

} // namespace Net
