#pragma once

#include "writeback/journal.h"
#include "writeback/runreport.h"
#include "writeback/stepprogress.h"

namespace Runs {

// What is known of a run beside how it goes, to be passed on with its details.
struct RunFacts
{
    Writeback::JournalEntry entry{}; // names as they were when it began
    QDateTime ended{}; // UTC; invalid while it goes
    QString program{}; // "workiva-writeback 0.1.0"
};

// A run under way or just ended, for showing. Plain values, as of the moment when they were asked for.
struct RunProgress
{
    using Step = Writeback::StepProgress;

    bool running = false;
    bool cancelling = false;
    RunFacts facts;
    QList<Step> steps; // in the order in which they began; one can come again
    std::optional<Writeback::Waiting> waiting; // for what, while nothing moves
    std::optional<Writeback::ReviewSummary> question; // while the run waits for answer()
    std::optional<Writeback::RunReport> report; // when it has ended
    qint64 underWay = 0; // changes of the sheet that may still arrive, when a check has ended

    [[nodiscard]] bool isCheck() const { return facts.entry.kind == Writeback::RunKind::Check; }
};

} // namespace Runs
