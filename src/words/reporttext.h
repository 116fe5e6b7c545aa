#pragma once

#include "writeback/runreport.h"

namespace Words {

// What a person reads on a terminal, several lines, without a last line break.
[[nodiscard]] QString reviewText(const Writeback::ReviewSummary &review);
[[nodiscard]] QString reportText(const Writeback::RunReport &report);
[[nodiscard]] QString stateSign(const QString &state); // "✓ " or "✗ ", to stand before the word
[[nodiscard]] QString stateName(const QString &state); // one of Writeback::name(), for a list: "verified"
[[nodiscard]] QString stepText(Writeback::StepName step); // "Reading the region"

} // namespace Words
