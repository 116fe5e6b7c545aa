#pragma once

#include "writeback/runreport.h"

namespace Words {

// What a run waits for: "Workiva has not responded for 40 s, attempt 3 in 8 s". Empty if it does not wait.
[[nodiscard]] QString waitingText(const Writeback::Waiting &waiting);

// The same, briefly, for a list: "Waiting for Workiva (rate limit)…".
[[nodiscard]] QString waitingName(const Writeback::Waiting &waiting);

} // namespace Words
