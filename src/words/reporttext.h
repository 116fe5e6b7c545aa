#pragma once

#include "writeback/runreport.h"

namespace Words {

// Multi-line text for a terminal, without a final line break. `next` replaces the error's own advice, for a program
// that has better advice.
[[nodiscard]] QString reviewText(const Writeback::ReviewSummary &review);
[[nodiscard]] QString reportText(const Writeback::RunReport &report, const QString &next = {});

[[nodiscard]] QString differenceText(const Writeback::Difference &difference); // "B3: expected "a", found "b" (…)"

} // namespace Words
