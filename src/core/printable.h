#pragma once

#include <QString>

namespace Core {

// Whether a character has no visible glyph: controls, direction marks, zero-width characters, byte order marks, line
// separators, lone surrogates. Spaces are not included.
[[nodiscard]] bool isUnseen(char32_t character);

// Foreign text on one line, for a terminal, a log or a sentence: terminal controls, direction marks and line breaks are
// replaced by their names (\n, \r, \t, <U+001B>). Pure; any thread.
[[nodiscard]] QString printable(const QString &text);

// The same for a text with line breaks of this program, which are kept.
[[nodiscard]] QString printableLines(const QString &text);

} // namespace Core
