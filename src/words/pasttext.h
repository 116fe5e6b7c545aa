#pragma once

#include "history/pastentry.h"
#include "words/line.h"

namespace Words {

// For a list of what has happened to a writeback: a run, or what was noted of its schedule.

[[nodiscard]] Line pastState(const History::PastEntry &entry); // "Verified", "Missed"
[[nodiscard]] Line pastLine(const History::PastEntry &entry); // "Verified, 274 written", "Missed"

// Further explanation, in sentences, with what to quote; empty for a run that ended well.
[[nodiscard]] Line pastExplanation(const History::PastEntry &entry, const QDateTime &now);

// Everything recorded about it, to be copied.
[[nodiscard]] QString pastDetails(const History::PastEntry &entry, const QDateTime &now);

} // namespace Words
