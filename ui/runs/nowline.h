#pragma once

#include "runs/runprogress.h"
#include "words/line.h"

namespace Ui {

// How far the step under way is, 0 to 1; nothing when that cannot be known.
[[nodiscard]] std::optional<double> doneOf(const Runs::RunProgress &progress);

// What a run under way is doing, in a few words: "Writing 34 %"; or what it waits for.
[[nodiscard]] Words::Line nowLine(const Runs::RunProgress &progress);

} // namespace Ui
