#pragma once

#include "runs/runprogress.h"
#include "words/line.h"

namespace Words {

// The current step; of two side by side, one with known progress. Null if there is none.
[[nodiscard]] const Runs::RunProgress::Step *currentStep(const Runs::RunProgress &progress);

// The progress of the current step, 0 to 1; nothing if it is not known.
[[nodiscard]] std::optional<double> doneOf(const Runs::RunProgress &progress);

// What a current run is doing, briefly: "Writing 34 %"; or what it waits for.
[[nodiscard]] Line nowLine(const Runs::RunProgress &progress);

} // namespace Words
