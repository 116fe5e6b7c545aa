#pragma once

#include "sheet/diff.h"
#include "sheet/grid.h"
#include "writeback/runreport.h"

namespace Writeback {

inline constexpr qsizetype maxDifferences = 20; // that are named
inline constexpr qsizetype maxOfAText = 120; // characters of a value that is shown

// The first cells that are not as desired, for people: where, what was wanted and found, and in what the two differ as
// far as it explains itself. The grids lie at `anchor`; `diff` is theirs. Pure.
[[nodiscard]] QList<Difference> differences(const Sheet::Grid &existing, const Sheet::Grid &desired,
                                            const Sheet::Diff &diff, Sheet::Address anchor);

// Whether a cell that differs may be a text that the sheet took for something else, as a number or a date: the TEXT
// format makes it stay one.
[[nodiscard]] bool isCurable(const Sheet::Cell &found, const Sheet::Cell &wanted);

// The smallest rectangle that holds all that a diff wants to write, in the grids.
[[nodiscard]] Sheet::Rectangle boundsOf(const Sheet::Diff &diff);

// How many cells of `spans` a diff does not want to write any more. Both in reading order.
[[nodiscard]] qint64 cellsSettled(const std::vector<Sheet::Span> &spans, const Sheet::Diff &left);

} // namespace Writeback
