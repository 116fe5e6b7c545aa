#pragma once

#include "writeback/runreport.h"

#include <QList>

#include <algorithm>

namespace Runs {

// How the runs ended that were started together.
struct BatchSummary
{
    struct Run
    {
        QString profileId;
        // Cancelled also if it was taken out of the queue, or its profile is not saved (any more): nothing was written.
        Writeback::State state = Writeback::State::Cancelled;

        friend bool operator==(const Run &, const Run &) = default;
    };

    QList<Run> runs; // each that was asked for, once, in that order

    [[nodiscard]] int count(Writeback::State state) const { return int(std::ranges::count(runs, state, &Run::state)); }
};

} // namespace Runs

Q_DECLARE_METATYPE(Runs::BatchSummary)
