#include "runs/waits.h"

#include <algorithm>

namespace Runs {

namespace {

using std::chrono::milliseconds;
using Writeback::Waiting;

Waiting later(Waiting waiting, milliseconds passed)
{
    waiting.unanswered += passed;
    waiting.next = std::max(milliseconds(0), waiting.next - passed);
    return waiting;
}

} // namespace

void Waits::hear(const Waiting &waiting, milliseconds now)
{
    switch (waiting.reason) {
    case Waiting::For::Nothing:
        if (waiting.service == Core::Service::None)
            clear();
        else
            m_services.erase(waiting.service);
        break;
    case Waiting::For::Answer:
    case Waiting::For::Retry:
    case Waiting::For::RateLimit: m_services[waiting.service] = {waiting, now}; break;
    case Waiting::For::EarlierWrite:
    case Waiting::For::Reading: m_run = {waiting, now}; break;
    }
}

void Waits::clear()
{
    m_services.clear();
    m_run.reset();
}

std::optional<Waiting> Waits::at(milliseconds now) const
{
    const Told *foremost = nullptr;
    for (const auto &[service, told] : m_services) {
        // A limit is more important than a missing response.
        if (!foremost || told.waiting.reason > foremost->waiting.reason)
            foremost = &told;
    }
    if (!foremost && m_run)
        foremost = &*m_run;
    return foremost ? std::optional(later(foremost->waiting, now - foremost->when)) : std::nullopt;
}

} // namespace Runs
