#pragma once

#include "writeback/runreport.h"

namespace Writeback {

// A current or finished step of a run, for display. Plain values, a snapshot.
struct StepProgress
{
    enum class End { NotYet, Well, Badly };

    StepName name = StepName::SignIn;
    qint64 done = 0; // rows of the source, or cells
    qint64 total = 0; // 0: unknown
    double elapsed = 0; // seconds
    double quiet = 0; // seconds since its last progress
    End end = End::NotYet;

    [[nodiscard]] bool hasEnded() const { return end != End::NotYet; }

    // Over the whole step so far, and how long the rest takes at that rate. None while it is too early, or nothing
    // moves; `waits`: the run waits for something.
    [[nodiscard]] std::optional<double> perSecond(bool waits) const;
    [[nodiscard]] std::optional<double> secondsLeft(bool waits) const;
};

} // namespace Writeback
