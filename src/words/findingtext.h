#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

namespace Words {

[[nodiscard]] QString findingText(const Writeback::Finding &found, const Writeback::ReviewSummary &review);
[[nodiscard]] Line findingLine(const Writeback::Finding &finding, const Writeback::ReviewSummary &review);
[[nodiscard]] QString findingName(const Writeback::Finding &finding); // after "Refused: ": "the sheet is locked"

// What a review asks for consent to lose, one sentence each. Empty if nothing would be lost.
[[nodiscard]] QStringList lossTexts(const Writeback::ReviewSummary &review);

} // namespace Words
