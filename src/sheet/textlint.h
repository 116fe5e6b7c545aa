#pragma once

#include "sheet/diff.h"
#include "sheet/rectangle.h"

#include <vector>

namespace Sheet {

// True for a text that a spreadsheet may take for something else: a number (00123, 1e5, 5%, (5), $5), a date or time (1-2,
// 2026-01-31, 08:15, Jan 5), a boolean, or a formula (begins with = + - @). Errs towards true: the TEXT format does no harm to
// text.
[[nodiscard]] bool mayBeReinterpreted(std::string_view text);

// True for a text that a sheet may have taken for a formula: it begins with '='.
[[nodiscard]] inline bool looksLikeFormula(std::string_view text)
{
    return text.starts_with('=');
}

// The blocks of `desired` (0-based in the grid) that need the TEXT format before `diff` is written: a column of text in
// which a cell to be written may be reinterpreted wholly, single cells where the column holds other kinds too.
[[nodiscard]] std::vector<Rectangle> textFormatBlocks(const Grid &desired, const Diff &diff);

} // namespace Sheet
