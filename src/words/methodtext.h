#pragma once

#include "core/result.h"
#include "words/sentences.h"

namespace Words {

// The text for errors of an update method: AmbiguousKey. Rows are counted from 1, at the top of the region or of the
// data.
[[nodiscard]] Sentences methodWords(const Core::Error &error);

} // namespace Words
