#pragma once

#include "words/line.h"
#include "writeback/stepprogress.h"

#include <optional>

namespace Words {

[[nodiscard]] QString stepText(Writeback::StepName step); // "Reading the region"

// A step with how much of it is done, how fast it goes and, where that can be known, how long it will take: "Writing:
// 400,000 of 2,000,000 cells, 250,000 per second, 7 s left". While the run waits, or nothing is heard, there is no
// telling how long.
[[nodiscard]] Line stepLine(const Writeback::StepProgress &step, bool waits = false);

// What a run is doing, in a few words for a list. `done`: 0 to 1, where it is known.
[[nodiscard]] QString stepName(Writeback::StepName step, std::optional<double> done); // "Writing 34 %"
[[nodiscard]] QString cancellingName();
[[nodiscard]] QString questionName(); // it waits for an answer
[[nodiscard]] QString readingSecretsName(); // from the keychain, before the first step

} // namespace Words
