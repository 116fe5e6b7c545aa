#pragma once

#include "writeback/runreport.h"

#include <map>
#include <optional>

namespace Runs {

// What a run waits for, by its latest signals: each service waits independently, and the run with both. Times are of
// one clock, Core::Clock::elapsed().
class Waits
{
public:
    void hear(const Writeback::Waiting &waiting, std::chrono::milliseconds now);
    void clear();

    // As of now: the time without a response has grown, and the next attempt is nearer. Nothing if it does not wait. A
    // service's wait takes precedence over the run's own.
    [[nodiscard]] std::optional<Writeback::Waiting> at(std::chrono::milliseconds now) const;

private:
    struct Told
    {
        Writeback::Waiting waiting;
        std::chrono::milliseconds when{0};
    };

    std::map<Core::Service, Told> m_services;
    std::optional<Told> m_run; // for an earlier write, or for readings to catch up
};

} // namespace Runs
