#pragma once

#include "words/errortext.h"

#include <optional>

namespace Words {

// The words of errors that are about the source: an export that is not taken, or not proved to be whole, and columns
// whose types are not known. None for other errors.
[[nodiscard]] std::optional<ErrorText> sourceText(const Core::Error &error);

// A stranger's text for a sentence: what cannot be seen is named ("<U+FEFF>"), and more than 80 characters are cut.
[[nodiscard]] QString shown(const QString &text);

} // namespace Words
