#pragma once

#include "writeback/runreport.h"

namespace Words {

// What a person reads on a terminal, several lines, without a last line break. `next` takes the place of what the error
// says is to be done next, where a program has better advice of its own.
[[nodiscard]] QString reviewText(const Writeback::ReviewSummary &review);
[[nodiscard]] QString reportText(const Writeback::RunReport &report, const QString &next = {});

[[nodiscard]] QString differenceText(const Writeback::Difference &difference); // "B3: expected "a", found "b" (…)"

} // namespace Words
