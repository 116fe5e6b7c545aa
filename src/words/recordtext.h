#pragma once

#include "history/changes.h"
#include "history/runrecord.h"
#include "profiles/profile.h"
#include "runs/runprogress.h"
#include "words/answertext.h"

namespace Words {

[[nodiscard]] PastRun pastRunOf(const History::RunRecord &run);

// How a recorded run ended, for a list: "Verified", "Interrupted, sheet state unknown". Checks, which write nothing,
// and runs of another program have their own texts.
[[nodiscard]] Line recordState(const History::RunRecord &run);

// Further explanation, in sentences; empty for a run that ended well.
[[nodiscard]] Line recordExplanation(const History::RunRecord &run);

[[nodiscard]] Answer overwrittenAnswer(const History::OtherChange &change);

// The heading of copied run details: writeback, account, IDs, times, program.
[[nodiscard]] QString factsText(const Runs::RunFacts &facts);
[[nodiscard]] Runs::RunFacts factsOf(const History::RunRecord &run);

// Everything recorded about a run, to be copied.
[[nodiscard]] QString recordDetails(const History::RunRecord &run);

// Where a writeback writes, for display: "Filing › Balance Sheet · B3:"; IDs where no names are known.
[[nodiscard]] QString targetPath(const Profiles::Profile &profile);

// A time in the user's locale and time zone.
[[nodiscard]] QString momentText(const QDateTime &utc);

} // namespace Words
