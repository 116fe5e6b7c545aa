#pragma once

#include "writeback/runreport.h"

namespace Writeback {

// A step of a run under way or just ended, for showing. Plain values, as of the moment when they were asked for.
struct StepProgress
{
    enum class End { NotYet, Well, Badly };

    StepName name = StepName::SignIn;
    qint64 done = 0; // rows of the source, or cells
    qint64 total = 0; // 0: unknown
    double elapsed = 0; // seconds
    double quiet = 0; // seconds since it was last heard of
    End end = End::NotYet;

    [[nodiscard]] bool hasEnded() const { return end != End::NotYet; }
};

} // namespace Writeback
