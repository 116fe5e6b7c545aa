#pragma once

#include "core/result.h"
#include "words/sentences.h"

namespace Words {

// What is wrong with what a person gave, and what to do about it, where the error knows that beyond its kind
// (core/inputfault.h). Empty texts otherwise.
[[nodiscard]] Sentences inputText(const Core::Error &error);

} // namespace Words
