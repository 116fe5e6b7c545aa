#pragma once

#include "core/result.h"
#include "words/sentences.h"

#include <optional>

namespace Words {

// The text for errors about the source: an export that was rejected or not proved to be complete, and columns of
// unknown type. None for other errors.
[[nodiscard]] std::optional<Sentences> sourceText(const Core::Error &error);

} // namespace Words
