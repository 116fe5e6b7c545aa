#pragma once

#include "runs/runprogress.h"

namespace Desktop {

// A step as one line: a tick once it has ended well, a cross when it did not, what it does, how much of it is done, how
// fast it goes and, where that can be known, how long it will take. "… Writing: 400,000 of 2,000,000 cells, 250,000 a
// second, 7 s left".
[[nodiscard]] QString stepLine(const Runs::RunProgress::Step &step);

// How far the step under way is, 0 to 1; nothing when that cannot be known.
[[nodiscard]] std::optional<double> doneOf(const Runs::RunProgress &progress);

// The step under way in a few words: "Writing … 34 %".
[[nodiscard]] QString nowText(const Runs::RunProgress &progress);

} // namespace Desktop
