#pragma once

#include "profiles/profile.h"
#include "runs/standing.h"
#include "words/line.h"

namespace Words {

// What a saved writeback asks of its reader. Each has one.
enum class WritebackKind { Verified, NeedsYou, Running, NotRun, Archived };

// The state of a saved writeback, for a list: "Verified", "Changed by another run". None: its history could not be
// read.
[[nodiscard]] Line standingLine(const std::optional<Runs::Standing> &standing);

// While this program does not run it; `state`: the line above.
[[nodiscard]] WritebackKind restingKind(const Profiles::Profile &profile, const Line &state);

} // namespace Words
