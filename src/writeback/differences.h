#pragma once

#include "sheet/diff.h"
#include "sheet/grid.h"
#include "writeback/runreport.h"

namespace Writeback {

inline constexpr qsizetype maxDifferences = 20; // listed in a report
inline constexpr qsizetype maxOfAText = 120; // characters of a value that is listed

// The first cells that differ from the desired grid, for people: where, expected and found values, and the kind of
// difference where it is recognized. The grids' (0, 0) is at `anchor`; `diff` is between them. Pure.
[[nodiscard]] QList<Difference> differences(const Sheet::Grid &existing, const Sheet::Grid &desired,
                                            const Sheet::Diff &diff, Sheet::Address anchor);

// Whether a differing cell may be a text that the sheet converted, such as to a number or date, and that the TEXT
// format would preserve.
[[nodiscard]] bool isCurable(const Sheet::Cell &found, const Sheet::Cell &wanted);

// The smallest rectangle, in the grids, that contains all cells to be written by a diff.
[[nodiscard]] Sheet::Rectangle boundsOf(const Sheet::Diff &diff);

// How many cells of `spans` no longer have to be written according to `left`. Both in reading order.
[[nodiscard]] qint64 cellsSettled(const std::vector<Sheet::Span> &spans, const Sheet::Diff &left);

} // namespace Writeback
