#pragma once

#include "review/totals.h"
#include "writeback/runreport.h"

namespace Words {

// Multi-line text for a terminal, without a final line break. `next` replaces the error's own advice, for a program
// that has better advice; `details` follow the review.
[[nodiscard]] QString reviewText(const Writeback::ReviewSummary &review);
[[nodiscard]] QString reportText(const Writeback::RunReport &report, const QString &next = {},
                                 const QStringList &details = {});

// What a review shows besides its summary: the totals, and up to `maxChanges` changes.
[[nodiscard]] QStringList detailLines(const Writeback::Comparison &comparison,
                                      const std::vector<Review::ColumnTotals> &totals, int maxChanges);

// "by key (Account): 1 new, 0 gone, 3 changed, 99,999 moved, 0 equal; 100 of the 112 cells to write only because rows
// move"
[[nodiscard]] QString keyText(const Writeback::KeyCounts &counts);

[[nodiscard]] QString differenceText(const Writeback::Difference &difference); // "B3: expected "a", found "b" (…)"

} // namespace Words
