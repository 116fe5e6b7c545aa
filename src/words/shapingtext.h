#pragma once

#include "sheet/shaping.h"
#include "words/sentences.h"

namespace Words {

// The text for a choice of columns that is not possible; `subject` is the error's.
[[nodiscard]] Sentences shapingWords(const Sheet::ShapingFault &fault, const QString &subject);

} // namespace Words
