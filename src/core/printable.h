#pragma once

#include <QString>

namespace Core {

// Whether a character leaves no mark of its own on a screen: controls, marks of direction, zero-width characters, byte
// order marks, separators of lines, halves of a pair. A blank is none of them.
[[nodiscard]] bool isUnseen(char32_t character);

// A text of somebody else's on one line, for a terminal, a log or a sentence: what would steer a terminal, turn the
// direction of reading or begin a line of its own is named instead (\n, \r, \t, <U+001B>). Pure; any thread.
[[nodiscard]] QString printable(const QString &text);

// The same for a text whose line breaks are our own: they stay.
[[nodiscard]] QString printableLines(const QString &text);

} // namespace Core
