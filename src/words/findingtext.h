#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

namespace Words {

[[nodiscard]] QString findingText(const Writeback::Finding &found, const Writeback::ReviewSummary &review);
[[nodiscard]] Line findingLine(const Writeback::Finding &finding, const Writeback::ReviewSummary &review);
[[nodiscard]] QString findingName(const Writeback::Finding &finding); // after "Refused: ": "the sheet is locked"

// What a review asks about: what would be lost, one sentence each. Empty when nothing would.
[[nodiscard]] bool isLoss(const Writeback::Finding &finding);
[[nodiscard]] QStringList lossTexts(const Writeback::ReviewSummary &review);

} // namespace Words
