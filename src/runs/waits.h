#pragma once

#include "writeback/runreport.h"

#include <map>
#include <optional>

namespace Runs {

// What a run waits for, as it was told last: each service goes on by itself, and the run with both. Times are those of
// one clock, Core::Clock::elapsed().
class Waits
{
public:
    void hear(const Writeback::Waiting &waiting, std::chrono::milliseconds now);
    void clear();

    // As of now: the time without an answer has grown, and what is next has come nearer. Nothing when nothing is waited
    // for. What a service lets wait goes before what the run itself waits for.
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
