#pragma once

#include "core/result.h"
#include "words/sentences.h"

namespace Words {

// What is wrong with user input and how to correct it, if the error has a cause that tells, such as those of
// core/inputfault.h. Otherwise empty.
[[nodiscard]] Sentences inputText(const Core::Error &error);

} // namespace Words
