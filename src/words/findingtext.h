#pragma once

#include "words/line.h"
#include "writeback/runreport.h"

namespace Words {

// With the reason for which it was accepted and until when, or that the acceptance has expired.
[[nodiscard]] QString findingText(const Writeback::Finding &finding, const Writeback::ReviewSummary &review);
[[nodiscard]] Line findingLine(const Writeback::Finding &finding, const Writeback::ReviewSummary &review);
[[nodiscard]] QString guardText(Sheet::Guard guard); // what its check finds: "fewer rows than before"
[[nodiscard]] QString findingName(const Writeback::Finding &finding); // after "Refused: ": "the sheet is locked"

// The second part of findingText() alone; empty: it was not accepted.
[[nodiscard]] QString acceptanceText(const Writeback::Finding &finding);

// "19 made, 18 passed, 1 to be decided"; `isDecided`: by a person, who wrote in spite of it.
[[nodiscard]] QString checksText(const Writeback::ReviewSummary &review, bool isDecided = false);

// The checks that could not be made, and why, one sentence for each reason. Not those that were not asked for.
[[nodiscard]] QStringList uncheckedTexts(const Writeback::ReviewSummary &review);

// Of a finding of a loss (see Writeback::isLoss()): what is lost, and the reason for which that was accepted.
[[nodiscard]] QString lossText(const Writeback::Finding &finding, const Writeback::ReviewSummary &review);

// What a review asks for consent to lose, one sentence each. Empty if nothing would be lost.
[[nodiscard]] QStringList lossTexts(const Writeback::ReviewSummary &review);

// What it means to write although checks stop that nobody has accepted. Empty: none does.
[[nodiscard]] QString undecidedText(const Writeback::ReviewSummary &review);

} // namespace Words
