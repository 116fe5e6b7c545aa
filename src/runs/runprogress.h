#pragma once

#include "writeback/journal.h"
#include "writeback/runreport.h"
#include "writeback/stepprogress.h"

namespace Runs {

// What is known of a run besides its progress, to be copied with its details.
struct RunFacts
{
    Writeback::JournalEntry entry{}; // names as they were at its start
    QDateTime ended{}; // UTC; invalid while it runs
    QString program{}; // "workiva-writeback 0.1.0"
};

// A current or finished run, for display. Plain values, a snapshot.
struct RunProgress
{
    using Step = Writeback::StepProgress;

    bool running = false; // under way, or in the queue
    bool queued = false; // of these, in the queue: nothing has been requested yet
    QString behind; // while it is queued: the profile whose run uses its sheet; empty: as many run as may at once
    bool cancelling = false;
    RunFacts facts;
    QList<Step> steps; // in the order they started; a step can occur twice; Write counts the cells to write
    std::optional<Writeback::ChangeCounts> changes; // once the sheet and the data are compared
    std::optional<Writeback::Waiting> waiting; // while nothing progresses
    std::optional<Writeback::ReviewSummary> question; // while the run waits for answer()
    std::optional<Writeback::RunReport> report; // once it has ended
    // After a check: changes of the sheet that may still arrive; none: not known.
    std::optional<qint64> pendingChanges = 0;

    [[nodiscard]] bool isCheck() const { return facts.entry.kind == Writeback::RunKind::Check; }
};

} // namespace Runs
