#pragma once

#include "runs/runprogress.h"

namespace Desktop {

// A step as one line: a tick once it has ended well, a cross when it did not, what it does, how much of it is done, how
// fast it goes and, where that can be known, how long it will take. "… Writing: 400,000 of 2,000,000 cells, 250,000 a
// second, 7 s left". While the run waits, or nothing is heard, there is no telling how long.
[[nodiscard]] QString stepLine(const Runs::RunProgress::Step &step, bool waits = false);

// How far the step under way is, 0 to 1; nothing when that cannot be known.
[[nodiscard]] std::optional<double> doneOf(const Runs::RunProgress &progress);

// The step under way in a few words: "Writing … 34 %"; or what it waits for.
[[nodiscard]] QString nowText(const Runs::RunProgress &progress);

} // namespace Desktop
