#pragma once

#include "sheet/diff.h"
#include "sheet/rectangle.h"

#include <vector>

namespace Sheet {

// True for a text that a spreadsheet may take for something else: a number (00123, 1e5, 5%, (5), $5), a date or time
// (1-2, 2026-01-31, 08:15, Jan 5), a boolean, an error value (#N/A), or a formula (begins with = + - @, full width
// too). Errs towards true: the TEXT format does no harm to text.
[[nodiscard]] bool mayBeReinterpreted(std::string_view text);

// True for a text that a sheet may have taken for a formula: it begins with '='.
[[nodiscard]] inline bool looksLikeFormula(std::string_view text)
{
    return text.starts_with('=');
}

// True for a text that a sheet takes for a formula when it is entered: it begins with an equals sign, full width too,
// blanks before it aside.
[[nodiscard]] bool becomesFormula(std::string_view text);

// The blocks of `desired` (0-based in the grid, not overlapping, from top to bottom) that need the TEXT format before
// `diff` is written. Only columns in which a cell to be written is at risk have any: a column of nothing but
// text and blanks is one block, and neighbouring ones are one together. Where a column holds other kinds too (a header
// 2026 over numbers), only the cells to be written that are at risk are covered, and text at risk between them: a
// number under the TEXT format might become text. So there are at most as many blocks as columns of text and cells at
// risk in the others: few in what a schema has typed, half of the cells at worst. A caller that sends them has to cut
// them into requests.
[[nodiscard]] std::vector<Rectangle> textFormatBlocks(const Grid &desired, const Diff &diff,
                                                      bool (*isTextAtRisk)(std::string_view text) = mayBeReinterpreted);

} // namespace Sheet
