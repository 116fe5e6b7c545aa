#pragma once

#include "writeback/runreport.h"

namespace Words {

// What a run waits for: "Workiva has not answered for 40 s, try 3, next in 8 s". Empty while it goes on.
[[nodiscard]] QString waitingText(const Writeback::Waiting &waiting);

// The same in a few words, for a list: "Workiva does not answer …".
[[nodiscard]] QString waitingName(const Writeback::Waiting &waiting);

} // namespace Words
