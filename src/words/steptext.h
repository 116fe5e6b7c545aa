#pragma once

#include "words/line.h"
#include "writeback/stepprogress.h"

#include <optional>

namespace Words {

[[nodiscard]] QString stepText(Writeback::StepName step); // "Reading the region"

// A step with its amount, rate and, if it can be estimated, remaining time: "Writing: 400,000 of 2,000,000 cells,
// 250,000 per second, 7 s left". No estimate while the run waits or makes no progress.
[[nodiscard]] Line stepLine(const Writeback::StepProgress &step, bool waits = false);

// What a run is doing, briefly, for a list. `done`: 0 to 1, if known.
[[nodiscard]] QString stepName(Writeback::StepName step, std::optional<double> done); // "Writing 34 %"
[[nodiscard]] QString cancellingName();
[[nodiscard]] QString questionName(); // it waits for an answer
[[nodiscard]] QString needsYouName(); // the same, for a list
[[nodiscard]] QString queuedName(); // it starts once another run has ended
[[nodiscard]] QString readingSecretsName(); // from the keychain, before the first step

} // namespace Words
