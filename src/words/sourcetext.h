#pragma once

#include "core/result.h"
#include "words/sentences.h"

#include <optional>

namespace Words {

// The words of errors that are about the source: an export that is not taken, or not proved to be whole, and columns
// whose types are not known. None for other errors.
[[nodiscard]] std::optional<Sentences> sourceText(const Core::Error &error);

} // namespace Words
