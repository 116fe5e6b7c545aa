#pragma once

#include "history/runrecord.h"
#include "runs/runprogress.h"
#include "words/line.h"

namespace Ui {

// How a run of the history ended, for a list: "Verified", "Interrupted, sheet state unknown"; in words of their own the
// checks, which write nothing, and those that another program is running.
[[nodiscard]] Words::Line recordState(const History::RunRecord &run);

// What there is to say of it beyond that, in sentences; empty for one that ended well.
[[nodiscard]] Words::Line recordExplanation(const History::RunRecord &run);

// What stands above the details of a run when they are copied: writeback, account, IDs, when, by which program.
[[nodiscard]] QString factsText(const Runs::RunFacts &facts);
[[nodiscard]] Runs::RunFacts factsOf(const History::RunRecord &run);

// All that is kept of a run, to be copied.
[[nodiscard]] QString recordDetails(const History::RunRecord &run);

// A moment as the reader's country writes it, here.
[[nodiscard]] QString momentText(const QDateTime &utc);

} // namespace Ui
