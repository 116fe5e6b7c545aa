#pragma once

#include "words/standingtext.h"

namespace Words {

// How many writebacks there are, and how many of a kind, in the summary above the list and in the headings of groups.
[[nodiscard]] QString writebacksText(int count); // "6 writebacks"
[[nodiscard]] QString kindText(WritebackKind kind, int count); // "5 verified"
[[nodiscard]] Tone kindTone(WritebackKind kind);

} // namespace Words
