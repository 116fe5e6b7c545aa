#pragma once

#include "writeback/runreport.h"

namespace Words {

// How a run ended in a few words: "Verified", "Refused: the sheet is locked", "Declined by you".
[[nodiscard]] QString endWords(const QString &state, const std::optional<Core::Error> &error);

// The same for a list, with its sign: "✗ Declined by you".
[[nodiscard]] QString endName(const QString &state, const std::optional<Core::Error> &error);

// Of a run that was killed. Each change of a sheet is written down before it is sent: without one nothing was written.
[[nodiscard]] QString interruptedName(bool hasSent);
[[nodiscard]] QString interruptedText(bool hasSent);

// Of a check, which compares and writes nothing. `underWay`: changes of earlier runs that may still arrive.
[[nodiscard]] QString checkName(const QString &state); // "✓ Holds the data", "✗ Differs from the data"
[[nodiscard]] QString checkText(const Writeback::RunReport &report, qint64 underWay);

// What a review asks for: what would be lost, one sentence each. Empty when nothing would.
[[nodiscard]] bool isLoss(const Writeback::Finding &finding);
[[nodiscard]] QStringList lossTexts(const Writeback::ReviewSummary &review);

} // namespace Words
