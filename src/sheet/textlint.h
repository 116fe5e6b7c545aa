#pragma once

#include "sheet/diff.h"
#include "sheet/rectangle.h"

#include <vector>

namespace Sheet {

// True for a text that a spreadsheet may convert: to a number (00123, 1e5, 5%, (5), $5), a date or time (1-2,
// 2026-01-31, 08:15, Jan 5), a boolean, an error value (#N/A), or a formula (starting with = + - @, also full-width).
// False positives are harmless: the TEXT format does not alter text.
[[nodiscard]] bool mayBeReinterpreted(std::string_view text);

// True for a text that a sheet may have turned into a formula: it starts with '='.
[[nodiscard]] inline bool looksLikeFormula(std::string_view text)
{
    return text.starts_with('=');
}

// True for a text that becomes a formula when entered in a sheet: it starts with an equals sign, also full-width, after
// optional spaces.
[[nodiscard]] bool becomesFormula(std::string_view text);

// The blocks of `desired` (0-based in the grid, not overlapping, from top to bottom) that need the TEXT format before
// `diff` is written. Only columns with a cell at risk among those to be written have any. A column with only text and
// blanks is one block, and adjacent ones are joined. In a column with other kinds too (a header 2026 above numbers),
// only the cells at risk that are to be written are covered, and texts at risk between them: a number with the TEXT
// format might become text. So there is at most one block per text column plus one per cell at risk in the others: few
// if a schema sets the types, half of the cells in the worst case. Callers have to split them into requests.
[[nodiscard]] std::vector<Rectangle> textFormatBlocks(const Grid &desired, const Diff &diff,
                                                      bool (*isTextAtRisk)(std::string_view text) = mayBeReinterpreted);

} // namespace Sheet
